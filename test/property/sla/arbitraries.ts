import fc from 'fast-check';
import type { Calendar, LocalInterval, WeeklyHours } from '#shared/domain/sla/calendar.ts';
import { WEEKDAYS } from '#shared/domain/sla/calendar.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import type { Pause } from '#shared/domain/sla/pauses.ts';

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;
const FROM = Date.UTC(2026, 0, 1);
const name = { ar: 'اختبار', en: 'Test' };

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** An interval in quarter hours between `first` and `last` o'clock. Overlaps are left to the engine. */
const interval = (first: number, last: number): fc.Arbitrary<LocalInterval> =>
  fc
    .uniqueArray(fc.integer({ min: first * 4, max: last * 4 }), { minLength: 2, maxLength: 2 })
    .map((pair) => pair.sort((a, b) => a - b).map((quarter) => clock(quarter * 15)) as [string, string]);

const week = (first: number, last: number, minLength: number): fc.Arbitrary<WeeklyHours> =>
  fc
    .uniqueArray(
      fc.tuple(fc.constantFrom(...WEEKDAYS), fc.array(interval(first, last), { minLength: 1, maxLength: 3 })),
      {
        minLength,
        maxLength: 7,
        selector: ([day]) => day,
      },
    )
    .map((days) => Object.fromEntries(days));

const date = fc.integer({ min: 0, max: 500 }).map((day) => formatDate(parseDate('2026-01-01') + day));

interface Shape {
  readonly zones: readonly string[];
  /** The hours of the day that contain intervals. */
  readonly hours: readonly [first: number, last: number];
}

export const ANYWHERE: Shape = {
  zones: [
    'Asia/Riyadh',
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ],
  hours: [0, 24],
};
/** Hours without daylight-saving changes, where the minute-by-minute reading is exact. */
export const DAYTIME: Shape = { ...ANYWHERE, hours: [5, 22] };

export const calendar = ({ zones, hours: [first, last] }: Shape = ANYWHERE): fc.Arbitrary<Calendar> =>
  fc.record({
    id: fc.constant('random'),
    version: fc.constant(1),
    name: fc.constant(name),
    zone: fc.constantFrom(...zones),
    hours: week(first, last, 1),
    holidays: fc.array(
      fc.record({
        on: date,
        days: fc.integer({ min: 1, max: 4 }),
        name: fc.constant(name),
        state: fc.constant('confirmed' as const),
      }),
      { maxLength: 4 },
    ),
    overrides: fc.array(
      fc.tuple(date, fc.integer({ min: 0, max: 40 }), week(first, last, 0)).map(([from, days, hours]) => ({
        from,
        to: formatDate(parseDate(from) + days),
        hours,
      })),
      { maxLength: 2 },
    ),
    exceptions: fc.array(
      fc
        .tuple(date, fc.constantFrom('closed' as const, 'open' as const), interval(first, last))
        .map(([on, kind, [from, to]]) => ({ on, kind, from, to })),
      { maxLength: 4 },
    ),
    source: fc.constant('random'),
  });

/** Instants within a year and a half, in milliseconds. */
export const instant = fc.integer({ min: 0, max: 540 * 1440 * 60_000 - 1 }).map((ms) => FROM + ms);

/** Durations up to some weeks of work: whole quarter hours (boundaries) or any millisecond. */
export const duration = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((quarters) => quarters * 15 * MINUTE),
  fc.integer({ min: 1, max: 6000 * MINUTE }),
);

export const pause: fc.Arbitrary<Pause> = fc
  .tuple(instant, fc.integer({ min: 0, max: 10 * DAY }))
  .map(([from, length]) => ({ from, to: from + length }));
