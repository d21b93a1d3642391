import type { Language } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { counted } from '#shared/domain/text/counted.ts';
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

const CASES = { one: 'معاملة', two: 'معاملتان', few: 'معاملات', many: 'معاملة' } as const;

/**
 * Format the number of open cases: «معاملتان مفتوحتان»، «ثلاث معاملات مفتوحة», `3 open cases`.
 * @internal exported for tests
 */
export function spokenCount(count: number, language: Language): string {
  if (language === 'en') return count === 1 ? 'one open case' : `${count} open cases`;
  return `${counted(count, 'she', CASES)} ${count === 2 ? 'مفتوحتان' : 'مفتوحة'}`;
}

/** The open cases of an identified caller, in parts of a few seconds each. */
export interface SpokenOpenCases {
  /** The number of open cases. */
  readonly count: string;
  /** The status of the most urgent one. */
  readonly status: string;
  /** Its promised time. */
  readonly more: string;
}

const FOLLOWED: Readonly<Record<Language, string>> = {
  ar: 'ونتابع الأمر معك.',
  en: 'We are following it up.',
};

function countOf(open: readonly Case[], language: Language): string {
  const count = spokenCount(open.length, language);
  if (open.length === 1) return language === 'ar' ? `لديك ${count}.` : `You have ${count}.`;
  if (language === 'en') return `You have ${count}. This is the most pressing.`;
  return `لديك ${count}، وهذه ${open.length === 2 ? 'أقربهما' : 'أقربها'} موعدًا.`;
}

/** Describe the open cases of an identified caller: their number, and the most urgent one. */
export function spokenOpenCases(
  open: readonly Case[],
  rules: Rules,
  now: number,
  language: Language,
): SpokenOpenCases | undefined {
  const [first] = open;
  if (!first) return undefined;
  const { which, stands, more } = spokenCase(first, rules, now, language, { withReference: false });
  return {
    count: countOf(open, language),
    status: `${which} ${stands}`,
    more: more === '' ? FOLLOWED[language] : more,
  };
}
