import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { spokenDigits } from './spoken-digits.ts';

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

/**
 * Clean a text of the settings for speech: remove characters that SSML reads as markup or Connect as a
 * reference, and spell the digits of an Arabic text.
 */
export const speakable = (text: string): string =>
  (isArabic(text) ? spokenDigits(text) : text)
    .replaceAll('&', isArabic(text) ? ' و ' : ' and ')
    .replace(/[<>$"«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Adapt a name to the middle of a sentence: «E-services» becomes `e-services`, an abbreviation stays. */
const inSentence = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** Names that already contain the type of unit. */
const UNIT = /^(?:ال)?(?:إدارة|وكالة|أمانة|بلدية|قسم|مركز|مكتب|وحدة)(?:\s|$)/u;

/** Return the spoken name of a department: «إدارة الاستثمار», `the investment department`. */
export function spokenDepartment({ departments }: Rules, id: string, language: Language): string | undefined {
  const given = departments.get(id)?.name[language];
  if (given === undefined) return undefined;
  const name = speakable(given);
  if (language === 'ar') return UNIT.test(name) ? name : `إدارة ${name}`;
  return /\b(?:department|office|unit|centre|municipality)$/iu.test(name)
    ? `the ${inSentence(name)}`
    : `the ${inSentence(name)} department`;
}

/** Return the spoken name of a category, or undefined for the category `other`. */
export function spokenCategory({ categories }: Rules, id: string, language: Language): string | undefined {
  const given = id === 'other' ? undefined : categories.get(id)?.name[language];
  if (given === undefined) return undefined;
  return language === 'ar' ? speakable(given) : inSentence(speakable(given));
}
