import * as z from 'zod';
import { everyOf } from '../every-of.ts';
import type { Certainty } from './calendar.ts';
import { WEEKDAYS } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { parseDateRule } from './date-rule.ts';
import { parseDate, parseTime } from './local-date.ts';
import { noOverlap } from './overlap-schema.ts';
import { zoneOf } from './zone.ts';

/** A string that `read` accepts. An error of `read` becomes the issue. */
function readable(read: (text: string) => unknown) {
  return z.string().superRefine((text, context) => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      context.addIssue({ code: 'custom', message: error.message.slice(error.field.length + 2) });
    }
  });
}

const time = readable((text) => parseTime(text));
const date = readable((text) => parseDate(text));
const rule = readable((text) => parseDateRule(text));
const zone = readable((text) => zoneOf(text));
const bilingual = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) });
const certainty = z.enum(everyOf<Certainty>()(['proposed', 'confirmed']));
const years = z.array(z.int().positive());
const source = z.string().min(1);

const interval = z
  .tuple([time, time])
  .readonly()
  .refine(([from, to]) => !isTime(from) || !isTime(to) || parseTime(from) < parseTime(to), {
    message:
      'expected an end after its start; hours past midnight are two intervals, up to 24:00 and from 00:00',
  });

/** `{ sun: [['07:30', '14:30']], … }`. Intervals of one day must not overlap. */
const weeklyHours = z
  .partialRecord(z.enum(WEEKDAYS), z.array(interval).readonly().superRefine(noOverlap))
  .readonly();

const holiday = z
  .strictObject({
    on: rule,
    days: z.int().min(1).max(60).optional(),
    workingDays: z.int().min(1).max(30).optional(),
    inLieu: z.partialRecord(z.enum(WEEKDAYS), z.int().min(-6).max(6)).readonly().optional(),
    except: years.readonly().optional(),
    name: bilingual,
    state: certainty,
    source: source.optional(),
  })
  .refine(({ days, workingDays }) => days === undefined || workingDays === undefined, {
    path: ['workingDays'],
    message: 'expected either days or workingDays, got both',
  });

const override = z
  .strictObject({
    from: rule,
    to: rule,
    hours: weeklyHours,
    except: years.readonly().optional(),
    name: bilingual.optional(),
    state: certainty.optional(),
    source: source.optional(),
  })
  .superRefine(({ from, to }, context) => {
    const problem = rangeProblem(from, to);
    if (problem !== null) context.addIssue({ code: 'custom', path: ['to'], message: problem });
  });

const exception = z
  .strictObject({
    on: rule,
    kind: z.enum(['closed', 'open']),
    from: time.optional(),
    to: time.optional(),
    name: bilingual.optional(),
    source: source.optional(),
  })
  .refine(
    ({ from = '00:00', to = '24:00' }) => !isTime(from) || !isTime(to) || parseTime(from) < parseTime(to),
    {
      path: ['to'],
      message: 'expected an end after its start',
    },
  );

/** Schema of a working calendar. Each issue names its field and the expected value. */
export const calendarSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/u, 'expected a short lower-case id such as "saudi-government"'),
  version: z.int().min(1),
  name: bilingual,
  zone,
  hours: weeklyHours.refine(
    (hours) => Object.values(hours).some((day) => day !== undefined && day.length > 0),
    {
      message: 'expected at least one open interval in the week, got none',
    },
  ),
  holidays: z.array(holiday).readonly(),
  overrides: z.array(override).readonly(),
  exceptions: z.array(exception).readonly(),
  variantOf: z.string().min(1).optional(),
  scope: z
    .strictObject({
      departments: z.array(z.string().min(1)).min(1).readonly().optional(),
      cities: z.array(z.string().min(1)).min(1).readonly().optional(),
    })
    .readonly()
    .optional(),
  validity: z.strictObject({ from: date, to: date.optional() }).readonly().optional(),
  source,
});

function isTime(text: string): boolean {
  return time.safeParse(text).success;
}

function rangeProblem(from: string, to: string): string | null {
  if (!rule.safeParse(from).success || !rule.safeParse(to).success) return null;
  const [start, end] = [parseDateRule(from), parseDateRule(to)];
  if (start.era !== end.era || (start.year === null) !== (end.year === null)) {
    return `expected a date of the same form as "${from}", got "${to}"`;
  }
  return start.year !== null && to < from ? `expected a date not before ${from}, got "${to}"` : null;
}
