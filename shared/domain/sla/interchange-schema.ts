import * as z from 'zod';
import { WEEKDAYS } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { parseDate } from './local-date.ts';
import { noOverlap } from './overlap-schema.ts';

const INSTANT = 'expected an instant such as 2026-02-15T04:30:00Z';
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** An instant with its offset, as epoch milliseconds. Seconds and their fractions are optional. */
const instant = z
  .string(INSTANT)
  .regex(INSTANT_FORM, INSTANT)
  .meta({ id: 'instant', description: 'ISO 8601 with an offset or Z' })
  .transform((text, context) => {
    const at = Date.parse(text);
    // Date.parse reads 30 February as 2 March.
    if (!Number.isNaN(at) && (text.slice(8, 10) <= '28' || isDate(text.slice(0, 10)))) return at;
    context.addIssue({ code: 'custom', message: INSTANT });
    return z.NEVER;
  });
const minutes = z.number('expected a number of minutes').min(0, 'expected minutes from 0 up');
const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u, 'expected a time HH:MM up to 24:00');
const date = z
  .string('expected a date YYYY-MM-DD')
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'expected a date YYYY-MM-DD')
  .refine(isDate, 'expected a date that exists')
  .meta({ id: 'date', description: 'Local date' });
const interval = z.tuple([time, time]).refine(([from, to]) => from < to, {
  message:
    'expected an end after its start; hours past midnight are two intervals, up to 24:00 and from 00:00',
});
const hours = z
  .partialRecord(z.enum(WEEKDAYS), z.array(interval).superRefine(noOverlap))
  .meta({ id: 'hours', description: 'Open intervals by weekday; a day that is absent is closed' });

/** A list that may be missing or null. */
const list = <T extends z.ZodType>(entry: T) =>
  z
    .array(entry)
    .nullish()
    .transform((entries) => entries ?? []);

const pauses = list(
  z.object({ from: instant, to: instant }).refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'expected an end not before the start',
  }),
);

/** A calendar as written by other programs: local wall times of `timezone`, `24:00` allowed. */
export const interchangeCalendar = z.object({
  timezone: z.string(),
  hours,
  holidays: list(date),
  overrides: list(
    z.object({ from: date, to: date, hours }).refine(({ from, to }) => from <= to, {
      path: ['to'],
      message: 'expected a date not before the start',
    }),
  ),
  closures: list(
    z
      .object({ date, from: time.default('00:00'), to: time.default('24:00') })
      .refine(({ from, to }) => from < to, { path: ['to'], message: 'expected an end after the start' }),
  ),
});
export type InterchangeCalendar = z.output<typeof interchangeCalendar>;

const interchangePolicy = z.object({
  firstResponseMinutes: minutes.nullish(),
  nextResponseMinutes: minutes.nullish(),
  resolutionMinutes: minutes.nullish(),
  pauseStates: list(z.string()),
});
export type InterchangePolicy = z.output<typeof interchangePolicy>;

const EVENT = 'expected created, customer_contact, agent_contact, first_response, state, closed or policy';
const event = z.discriminatedUnion(
  'type',
  [
    z.object({ at: instant, type: z.literal('created'), state: z.string().default('new') }),
    z.object({
      at: instant,
      type: z.enum(['customer_contact', 'agent_contact', 'first_response', 'closed']),
    }),
    z.object({ at: instant, type: z.literal('state'), state: z.string() }),
    z.object({ at: instant, type: z.literal('policy'), policy: interchangePolicy }),
  ],
  EVENT,
);
export type InterchangeEvent = z.output<typeof event>;

const id = z.unknown().optional();
const OPERATION = 'expected due, elapsed or timeline';

/** One line of a batch. `calendar` is parsed separately, because most lines share one. */
export const interchangeItem = z.discriminatedUnion(
  'op',
  [
    z.object({ id, op: z.literal('due'), start: instant, minutes, pauses }),
    z.object({ id, op: z.literal('elapsed'), start: instant, end: instant, pauses }),
    z.object({
      id,
      op: z.literal('timeline'),
      policy: interchangePolicy,
      events: z
        .array(event)
        .refine((events) => events.some(({ type }) => type === 'created'), 'expected a "created" event'),
      asOf: instant,
    }),
  ],
  OPERATION,
);
export type InterchangeItem = z.output<typeof interchangeItem>;

/**
 * Read a part of the interchange form.
 * @throws CalendarError naming the first field that is wrong
 */
export function readInterchange<T>(schema: z.ZodType<T>, data: unknown, ...prefix: readonly string[]): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = [...prefix, ...(issue?.path ?? [])].join('.');
  throw new CalendarError(path || 'item', issue?.message ?? 'invalid value');
}

function isDate(text: string): boolean {
  try {
    parseDate(text);
    return true;
  } catch {
    return false;
  }
}
