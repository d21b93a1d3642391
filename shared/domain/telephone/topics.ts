import type { Language } from '#events/vocabulary.ts';
import type { Category, Rules } from '#shared/domain/rules.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { speakable } from './spoken-names.ts';

/** Number of topics that a caller can remember. The settings list the common ones first. */
const MOST_TOPICS = 5;
const KEYS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['واحد', 'اثنين', 'ثلاثة', 'أربعة', 'خمسة'],
  en: ['one', 'two', 'three', 'four', 'five'],
};

const offered = ({ categories }: Rules): readonly Category[] =>
  [...categories.values()].filter(({ id }) => id !== 'other').slice(0, MOST_TOPICS);

/** Return the category of a key, or undefined for other keys. */
export const topicOf = (rules: Rules, key: string): string | undefined =>
  offered(rules)[Number(toLatinDigits(key)) - 1]?.id;

/** Topics that a caller can listen to at a time. */
const TOPICS_AT_ONCE = 3;

/** List the common categories with their keys, in two parts: «إنارة الشوارع، اضغط الرقم واحد.» */
export function spokenTopics(
  rules: Rules,
  language: Language,
): { readonly first: string; readonly rest: string } {
  const all = offered(rules).map(({ name }, at) =>
    language === 'ar'
      ? `${speakable(name.ar)}، اضغط الرقم ${KEYS.ar[at]}.`
      : `For ${speakable(name.en).toLowerCase()}, press ${KEYS.en[at]}.`,
  );
  return { first: all.slice(0, TOPICS_AT_ONCE).join(' '), rest: all.slice(TOPICS_AT_ONCE).join(' ') };
}
