import type { Language } from '#events/vocabulary.ts';
import type { Category, Rules } from '#shared/domain/rules.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { speakable } from './spoken-names.ts';

/** As many as a caller keeps in mind; the settings name the usual ones first. */
const MOST_TOPICS = 5;
const KEYS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة'],
  en: ['1', '2', '3', '4', '5'],
};

const offered = ({ categories }: Rules): readonly Category[] =>
  [...categories.values()].filter(({ id }) => id !== 'other').slice(0, MOST_TOPICS);

/** The category of a key; undefined for any other. */
export const topicOf = (rules: Rules, key: string): string | undefined =>
  offered(rules)[Number(toLatinDigits(key)) - 1]?.id;

/** The usual categories with the key of each: «إنارة الشوارع: واحد. الطرق والأرصفة: اثنان.» */
export const spokenTopics = (rules: Rules, language: Language): string =>
  offered(rules)
    .map(({ name }, at) =>
      language === 'ar'
        ? `${speakable(name.ar)}: ${KEYS.ar[at]}.`
        : `For ${speakable(name.en).toLowerCase()}, ${KEYS.en[at]}.`,
    )
    .join(' ');
