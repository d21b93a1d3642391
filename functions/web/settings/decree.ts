import type { Calendar, DayException } from '#shared/domain/sla/calendar.ts';
import type { IssueCode } from '#shared/settings/settings-issue.ts';
import { gregorianDate } from './date-parts.ts';
import type { Typed } from './draft.ts';
import { typedDate, typedTime } from './typed-text.ts';

export const DECREES = ['ends', 'closed', 'open', 'usual'] as const;

const DEFAULT_NAME = { ar: 'تعديل دوام يوم (تعميم)', en: 'Decree for a day' };

/** The years of a decree, relative to today. Other years are likely typing errors. */
const YEARS = { back: 1, ahead: 5 } as const;

/** Return the valid years if the year of a decree is outside them. */
export function farYears(on: string, now: number): { first: number; last: number } | undefined {
  const year = /^\d{4}(?=-)/u.exec(on)?.[0];
  const thisYear = new Date(now).getUTCFullYear();
  const [first, last] = [thisYear - YEARS.back, thisYear + YEARS.ahead];
  return year !== undefined && (Number(year) < first || Number(year) > last) ? { first, last } : undefined;
}

const one = (typed: Typed, name: string): string => typed.get(name)?.[0]?.trim() ?? '';

/** A parsed decree: the exception of a day, or the missing fields. */
export type ReadDecree =
  | { readonly on: string; readonly exception: DayException | undefined }
  | { readonly missing: readonly (readonly [field: string, code: IssueCode])[] };

export function readDecree(typed: Typed): ReadDecree {
  const on = gregorianDate(typedDate(one(typed, 'on')));
  const kind = DECREES.find((decree) => decree === one(typed, 'kind'));
  const [ends, from, to] = ['ends', 'from', 'to'].map((name) => one(typed, name));
  const missing: [string, IssueCode][] = [];
  const need = (name: string, value: string | undefined) => {
    if (value === undefined || value === '') missing.push([name, 'required']);
  };
  need('on', on);
  need('kind', kind);
  if (kind === 'ends') need('ends', ends);
  if (kind === 'open') {
    need('from', from);
    need('to', to);
  }
  if (missing.length > 0) return { missing };
  const typedName = one(typed, 'name');
  const name = typedName === '' ? DEFAULT_NAME : { ar: typedName, en: typedName };
  const times = {
    ends: { kind: 'closed', from: typedTime(ends ?? '') },
    closed: { kind: 'closed' },
    open: { kind: 'open', from: typedTime(from ?? ''), to: typedTime(to ?? '') },
  } as const;
  if (kind === 'usual' || kind === undefined) return { on, exception: undefined };
  return { on, exception: { on, ...times[kind], name } };
}

/** Map a field of the exception to the field of the decree form. */
export const decreeField = (typed: Typed, field: string): string =>
  field === 'from' && one(typed, 'kind') === 'ends' ? 'ends' : field;

/** Return a calendar with a decree. It replaces an earlier decree of the same day. */
export const decreed = (calendar: Calendar, on: string, exception: DayException | undefined): Calendar => ({
  ...calendar,
  exceptions: [...calendar.exceptions.filter((other) => other.on !== on), ...(exception ? [exception] : [])],
});
