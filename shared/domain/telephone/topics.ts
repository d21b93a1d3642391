import type { Language } from '#events/vocabulary.ts';
import type { District } from '#shared/domain/places/find-district.ts';
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

/** Districts that the settings offer to callers. */
const offeredDistricts = ({ districts }: Rules): readonly District[] =>
  [...districts.values()].filter(({ offered: isOffered }) => isOffered).slice(0, MOST_TOPICS);

/** Return the district of a key, or undefined for other keys. */
export const districtOf = (rules: Rules, key: string): string | undefined =>
  offeredDistricts(rules)[Number(toLatinDigits(key)) - 1]?.id;

/** Choices that a caller can listen to at a time. */
const CHOICES_AT_ONCE = 3;

/** Choices with their keys, in two parts: «إنارة الشوارع، الرقم واحد.» */
export interface SpokenChoices {
  readonly first: string;
  readonly rest: string;
}

function spokenChoices(names: readonly string[], language: Language): SpokenChoices {
  const all = names.map((name, at) =>
    language === 'ar' ? `${name}، الرقم ${KEYS.ar[at]}.` : `For ${name}, press ${KEYS.en[at]}.`,
  );
  return { first: all.slice(0, CHOICES_AT_ONCE).join(' '), rest: all.slice(CHOICES_AT_ONCE).join(' ') };
}

/** List the common categories with their keys. */
export const spokenTopics = (rules: Rules, language: Language): SpokenChoices =>
  spokenChoices(
    offered(rules).map(({ name }) =>
      language === 'ar' ? speakable(name.ar) : speakable(name.en).toLowerCase(),
    ),
    language,
  );

/** List the offered districts with their keys. Undefined when none is offered. */
export function spokenDistricts(rules: Rules, language: Language): SpokenChoices | undefined {
  const names = offeredDistricts(rules).map(({ name }) => speakable(name[language]));
  return names.length === 0 ? undefined : spokenChoices(names, language);
}
