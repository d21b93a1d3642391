import type { Language } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { plural } from '#shared/domain/text/plural.ts';
import { promiseOf, spokenCase } from './spoken-case.ts';

/** Return the open cases, ordered by their promised time, the earliest first. */
export function openCases(cases: readonly Case[], rules: Rules, now: number): readonly Case[] {
  const dueAt = (supportCase: Case): number =>
    promiseOf(supportCase, rules, now)?.at ?? Number.POSITIVE_INFINITY;
  return cases
    .filter((supportCase) => isActive(supportCase.status) && !supportCase.merged)
    .map((supportCase) => ({ currentCase: supportCase, at: dueAt(supportCase) }))
    .sort((a, b) => (a.at === b.at ? b.currentCase.openedAt - a.currentCase.openedAt : a.at - b.at))
    .map(({ currentCase: supportCase }) => supportCase);
}

const COUNTED = {
  zero: 'لا معاملات مفتوحة',
  one: 'معاملة مفتوحة',
  two: 'معاملتان مفتوحتان',
  few: '# معاملات مفتوحة',
  many: '# معاملة مفتوحة',
  other: '# معاملة مفتوحة',
} as const;

/** Numerals for feminine nouns. */
const NUMBERS: Readonly<Record<number, string>> = {
  3: 'ثلاث',
  4: 'أربع',
  5: 'خمس',
  6: 'ست',
  7: 'سبع',
  8: 'ثماني',
  9: 'تسع',
  10: 'عشر',
};

/**
 * Format the number of open cases: «معاملتان مفتوحتان»، «ثلاث معاملات مفتوحة», `3 open cases`.
 * @internal exported for tests
 */
export function spokenCount(count: number, language: Language): string {
  if (language === 'en') return count === 1 ? 'one open case' : `${count} open cases`;
  return plural(count, COUNTED).replace(/^\d+/u, (digits) => NUMBERS[Number(digits)] ?? digits);
}

/**
 * Build the text about open cases for an identified caller: the most urgent case and the number of open
 * cases.
 */
export function spokenOpenCases(
  open: readonly Case[],
  rules: Rules,
  now: number,
  language: Language,
): string | undefined {
  const [first] = open;
  if (!first) return undefined;
  const one = spokenCase(first, rules, now, language);
  if (open.length === 1) return one;
  const count = spokenCount(open.length, language);
  return language === 'ar'
    ? `لديك ${count}، وأقربها موعدًا: ${one}`
    : `You have ${count}. The most pressing: ${one}`;
}
