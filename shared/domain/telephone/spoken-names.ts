import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';

/**
 * Words of the settings as they may stand within speech: without what SSML would take for markup, or Connect
 * for a reference.
 */
export const speakable = (text: string): string =>
  text
    .replaceAll('&', ' و ')
    .replace(/[<>$"]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** As within a sentence: «E-services» is `e-services`, an abbreviation stays. */
const inSentence = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** Names of units that say themselves what they are. */
const UNIT = /^(?:ال)?(?:إدارة|وكالة|أمانة|بلدية|قسم|مركز|مكتب|وحدة)(?:\s|$)/u;

/** A department as a caller knows it: «إدارة الاستثمار», `the investment department`. */
export function spokenDepartment({ departments }: Rules, id: string, language: Language): string | undefined {
  const given = departments.get(id)?.name[language];
  if (given === undefined) return undefined;
  const name = speakable(given);
  if (language === 'ar') return UNIT.test(name) ? name : `إدارة ${name}`;
  return /\b(?:department|office|unit|centre|municipality)$/iu.test(name)
    ? `the ${inSentence(name)}`
    : `the ${inSentence(name)} department`;
}

/** What a case is about; undefined for what fits no category. */
export function spokenCategory({ categories }: Rules, id: string, language: Language): string | undefined {
  const given = id === 'other' ? undefined : categories.get(id)?.name[language];
  if (given === undefined) return undefined;
  return language === 'ar' ? speakable(given) : inSentence(speakable(given));
}
