import * as z from 'zod';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import type { View } from './view.ts';

export const text = (longest: number) => z.string().trim().min(1).max(longest);

/** Words that may be left out. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((written) => (written === '' ? undefined : written))
    .optional();

export const empty = z.literal('').transform(() => undefined);

export const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u);

export const reference = z.string().transform((typed, context) => {
  const read = parseReference(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'no reference' });
  return z.NEVER;
});

/** What a browser's date-and-time field sends, in the centre's own time; digits of either script. */
export const localTime = z.string().transform((typed, context) => {
  const read = toLatinDigits(typed).trim();
  try {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(read)) {
      readInZone('UTC', read);
      return read;
    }
  } catch {
    // Falls through: a thirteenth month is no time either.
  }
  context.addIssue({ code: 'custom', message: 'no time' });
  return z.NEVER;
});

/** The instant a local time of a form stands for. */
export const instantOfLocalTime = (local: string, { rules }: Pick<View, 'rules'>): number =>
  readInZone(rules.desk.calendar.calendar.zone, local);

/** An instant as a date-and-time field writes it. */
export const fieldTime = (at: number, { rules }: Pick<View, 'rules'>): string =>
  formatInZone(rules.desk.calendar.calendar.zone, at).slice(0, 16);
