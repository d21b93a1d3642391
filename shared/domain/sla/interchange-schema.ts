import * as z from 'zod';
import { WEEKDAYS } from './calendar.ts';

/** An instant with its offset, as epoch ms. */
const instant = z.iso
  .datetime({ offset: true, error: 'expected an instant such as 2026-02-15T04:30:00Z' })
  .transform((text) => Date.parse(text));
const minutes = z.number().min(0, 'expected minutes from 0 up');
const interval = z.tuple([z.string(), z.string()]).readonly();
const hours = z.partialRecord(z.enum(WEEKDAYS), z.array(interval).readonly()).readonly();
const pauses = z
  .array(
    z.object({ from: instant, to: instant }).refine(({ from, to }) => from <= to, {
      path: ['to'],
      message: 'expected an end not before the start',
    }),
  )
  .readonly()
  .default([]);

/** A calendar as written by other programs: local wall times of `timezone`, `24:00` allowed. */
export const interchangeCalendar = z.object({
  timezone: z.string(),
  hours,
  holidays: z.array(z.string()).readonly().default([]),
  overrides: z
    .array(z.object({ from: z.string(), to: z.string(), hours }))
    .readonly()
    .default([]),
  closures: z
    .array(z.object({ date: z.string(), from: z.string().optional(), to: z.string().optional() }))
    .readonly()
    .default([]),
});
export type InterchangeCalendar = z.infer<typeof interchangeCalendar>;

export const interchangePolicy = z.object({
  firstResponseMinutes: minutes.nullish(),
  nextResponseMinutes: minutes.nullish(),
  resolutionMinutes: minutes.nullish(),
  pauseStates: z.array(z.string()).readonly().default([]),
});
export type InterchangePolicy = z.infer<typeof interchangePolicy>;

const event = z.discriminatedUnion('type', [
  z.object({ at: instant, type: z.literal('created'), state: z.string().default('new') }),
  z.object({ at: instant, type: z.enum(['customer_contact', 'agent_contact', 'first_response', 'closed']) }),
  z.object({ at: instant, type: z.literal('state'), state: z.string() }),
  z.object({ at: instant, type: z.literal('policy'), policy: interchangePolicy }),
]);
export type InterchangeEvent = z.infer<typeof event>;

const id = z.unknown();

/** One line of a batch; `calendar` is read apart, because most lines share theirs. */
export const interchangeItem = z.discriminatedUnion('op', [
  z.object({ id, op: z.literal('due'), start: instant, minutes, pauses }),
  z.object({ id, op: z.literal('elapsed'), start: instant, end: instant, pauses }),
  z.object({
    id,
    op: z.literal('timeline'),
    policy: interchangePolicy,
    events: z
      .array(event)
      .readonly()
      .refine((list) => list.some(({ type }) => type === 'created'), 'expected a "created" event'),
    asOf: instant,
  }),
]);
export type InterchangeItem = z.infer<typeof interchangeItem>;
