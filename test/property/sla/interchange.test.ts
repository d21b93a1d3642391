import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeeklyHours } from '#shared/domain/sla/calendar.ts';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { calendar, DAY, DAYTIME, MINUTE } from './arbitraries.ts';
import type { SlowCalendar, SlowEvent, SlowPolicy } from './slow-desk.ts';
import { slowDesk } from './slow-desk.ts';

const FROM = Date.UTC(2026, 2, 20);
const RUNS = { numRuns: 25 };
/** Several questions for each calendar, because the slow model caches its minutes. */
const several = { minLength: 8, maxLength: 8 };

/** The format rejects overlapping intervals: keep the first of each day and those that begin after it. */
const apart = (hours: WeeklyHours): WeeklyHours =>
  Object.fromEntries(
    Object.entries(hours).map(([day, intervals]) => {
      const [first, ...rest] = [...intervals].sort();
      const after = rest.find(([from]) => first !== undefined && from >= first[1]);
      return [day, [first, after].filter((one) => one !== undefined)];
    }),
  );

/** A random calendar in the interchange format. */
const foreign: fc.Arbitrary<SlowCalendar> = calendar(DAYTIME).map((data) => ({
  timezone: data.zone,
  hours: apart(data.hours),
  holidays: data.holidays.flatMap(({ on, days = 1 }) =>
    Array.from({ length: days }, (_, i) => formatDate(parseDate(on) + i)),
  ),
  overrides: data.overrides.map(({ from, to, hours }) => ({ from, to, hours: apart(hours) })),
  closures: data.exceptions
    .filter(({ kind }) => kind === 'closed')
    .map(({ on, from = '00:00', to = '24:00' }) => ({ date: on, from, to })),
}));

const CLOCKS = ['firstResponse', 'nextResponse', 'resolution'] as const;
const print = (at: number) => new Date(at).toISOString();
const ms = (text: unknown) => (typeof text === 'string' ? Date.parse(text) : null);
const withInstants = (reading: unknown) => {
  const { activeDueAt, ...rest } = reading as { activeDueAt: string | null };
  return { ...rest, activeDueAt: ms(activeDueAt) };
};
const instant = fc.nat(6 * DAY).map((offset) => FROM + offset);
const pauses = fc.array(
  fc.tuple(instant, fc.nat(DAY)).map(([from, length]): [number, number] => [from, from + length]),
  { maxLength: 4 },
);
const texts = (list: readonly (readonly [number, number])[]) =>
  list.map(([from, to]) => ({ from: print(from), to: print(to) }));

describe('the interchange form agrees with its description, walked minute by minute', () => {
  test('due, to the millisecond, whatever the pauses', () => {
    const question = fc.record({ start: instant, minutes: fc.nat(300), list: pauses });
    fc.assert(
      fc.property(foreign, fc.array(question, several), (data, questions) => {
        const [desk, answer] = [slowDesk(data), interchangeAnswerer()];
        for (const { start, minutes, list } of questions) {
          const expected = desk.due(start, minutes * MINUTE, list);
          if (expected === null) continue;
          const item = { op: 'due', calendar: data, start: print(start), minutes, pauses: texts(list) };
          expect(ms(answer(item).due)).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  test('elapsed, in whole minutes', () => {
    const question = fc.record({ start: instant, end: instant, list: pauses });
    fc.assert(
      fc.property(foreign, fc.array(question, several), (data, questions) => {
        const [desk, answer] = [slowDesk(data), interchangeAnswerer()];
        for (const { start, end, list } of questions) {
          const span = { start: print(start), end: print(end), pauses: texts(list) };
          const expected = Math.floor(desk.elapsed(start, end, list) / MINUTE);
          expect(answer({ op: 'elapsed', calendar: data, ...span }).minutes).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  const states = ['open', 'pending', 'waiting', 'closed'];
  const target = fc.option(fc.nat(400), { nil: undefined });
  const policy: fc.Arbitrary<SlowPolicy> = fc.record({
    firstResponseMinutes: target,
    nextResponseMinutes: target,
    resolutionMinutes: target,
    pauseStates: fc.subarray(['pending', 'waiting', 'open']),
  });
  const happening = fc.oneof(
    fc.record({
      type: fc.constantFrom('customer_contact', 'agent_contact', 'first_response', 'closed'),
    }),
    fc.record({ type: fc.constant('state'), state: fc.constantFrom(...states) }),
    fc.record({ type: fc.constant('policy'), policy }),
  );
  /** Events at distinct instants. The order of events at one instant is a convention with separate tests. */
  const events: fc.Arbitrary<readonly SlowEvent[]> = fc
    .uniqueArray(fc.integer({ min: 1, max: (4 * DAY) / MINUTE }), { maxLength: 12 })
    .chain((minutes) =>
      fc.tuple(
        ...minutes.map((minute) => happening.map((each) => ({ ...each, at: FROM + minute * MINUTE }))),
      ),
    );

  const scenario = fc.record({
    first: policy,
    list: events,
    state: fc.constantFrom(...states),
    minute: fc.integer({ min: -30, max: (5 * DAY) / MINUTE }),
  });

  test('a timeline, in any order of arrival', () => {
    fc.assert(
      fc.property(foreign, fc.array(scenario, several), (data, scenarios) => {
        const [desk, answerer] = [slowDesk(data), interchangeAnswerer()];
        for (const { first, list, state, minute } of scenarios) {
          const asOf = FROM + minute * MINUTE;
          const all = [...list, { at: FROM, type: 'created', state }];
          const expected = desk.timeline(first, all, asOf);
          const answer = answerer({
            op: 'timeline',
            calendar: data,
            policy: first,
            events: all.map((event) => ({ ...event, at: print(event.at) })),
            asOf: print(asOf),
          });
          expect(answer.error).toBeUndefined();
          const readings = CLOCKS.map((name) => withInstants(answer[name]));
          // Compare only where the slow model has a result.
          expect(readings).toEqual(CLOCKS.map((name, i) => expected[name] ?? readings[i]));
          const active = readings.flatMap(({ activeDueAt }) => activeDueAt ?? []);
          expect(ms(answer.nextDeadlineAt)).toBe(active.length === 0 ? null : Math.min(...active));
        }
      }),
      RUNS,
    );
  });
});
