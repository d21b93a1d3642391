import type { Calendar, DayException } from '#shared/domain/sla/calendar.ts';
import type { IssueCode } from '#shared/settings/settings-issue.ts';
import type { Typed } from './draft.ts';
import { typedDate, typedTime } from './typed-text.ts';

export const DECREES = ['ends', 'closed', 'open', 'usual'] as const;

const DEFAULT_NAME = { ar: 'قرار بدوام يوم', en: 'Decree for a day' };

/** Decrees are of these days: far from them somebody mistyped a year. */
const YEARS = { back: 1, ahead: 5 } as const;

/** The years a decree may be of, when it is of none of them. */
export function farYears(on: string, now: number): { first: number; last: number } | undefined {
  const year = /^\d{4}(?=-)/u.exec(on)?.[0];
  const thisYear = new Date(now).getUTCFullYear();
  const [first, last] = [thisYear - YEARS.back, thisYear + YEARS.ahead];
  return year !== undefined && (Number(year) < first || Number(year) > last) ? { first, last } : undefined;
}

const one = (typed: Typed, name: string): string => typed.get(name)?.[0]?.trim() ?? '';

/** A decree as it was typed: the exception of a day, or the fields that are missing. */
export type ReadDecree =
  | { readonly on: string; readonly exception: DayException | undefined }
  | { readonly missing: readonly (readonly [field: string, code: IssueCode])[] };

export function readDecree(typed: Typed): ReadDecree {
  const on = typedDate(one(typed, 'on'));
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

/** Which field of the decree's form a field of the exception came from. */
export const decreeField = (typed: Typed, field: string): string =>
  field === 'from' && one(typed, 'kind') === 'ends' ? 'ends' : field;

/** A calendar with a decree: it replaces whatever was decreed for the day before. */
export const decreed = (calendar: Calendar, on: string, exception: DayException | undefined): Calendar => ({
  ...calendar,
  exceptions: [...calendar.exceptions.filter((other) => other.on !== on), ...(exception ? [exception] : [])],
});
