import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import { recount } from '#shared/domain/reports/recount.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';
import { beginning, history } from '../cases/any-command.ts';
import { live } from '../cases/lives.ts';
import { storyOf } from './stories.ts';

/** All of them with `RIDA_LONG`; a tenth in `npm test`. */
const HISTORIES = process.env.RIDA_LONG ? 1000 : 100;
const seed = 20_260_120;

const stories = fc
  .sample(fc.tuple(beginning, history), { numRuns: HISTORIES, seed })
  .map(([first, moments], at) => {
    const lived = live(first, moments);
    return { lived, events: storyOf(first, lived, `case-${at}`).events };
  });

/** The counters of work and surveys that end. */
const ENDED = new Set(['closed', 'left', 'suppressed', 'survey-suppressed']);

/** How the events of each history arrive: in another order, some of them repeatedly, in batches and shards. */
const arrivals = fc.sample(
  fc.record({
    order: fc.array(fc.nat(), { minLength: 50, maxLength: 50 }),
    batch: fc.integer({ min: 1, max: 30 }),
    shards: fc.integer({ min: 1, max: 4 }),
  }),
  { numRuns: HISTORIES, seed },
);

const disordered = (events: readonly RidaEvent[], order: readonly number[]): RidaEvent[] => {
  const place = (at: number): number => ((order[at % order.length] ?? 0) * (at + 1)) % 9973;
  const all = events.map((event, at) => ({ event, place: place(at) }));
  const repeated = all.filter((one) => one.place % 3 === 0).map((one) => ({ ...one, place: one.place * 7 }));
  return [...all, ...repeated].sort((a, b) => a.place - b.place).map(({ event }) => event);
};

/** The simplest count: each event once, by its day and counter. */
function simpleCount(events: readonly RidaEvent[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const event of new Map(events.map((one) => [one.id, one])).values()) {
    const { day, counters } = countersOf(event);
    for (const [name, by] of Object.entries(counters))
      sums.set(`${day} ${name}`, (sums.get(`${day} ${name}`) ?? 0) + by);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort());
}

const now = Math.max(...stories.flatMap(({ events }) => events.map(({ time }) => Date.parse(time)))) + DAY;
const clock = fixedClock(now);

async function storedSum(figures: MemoryFigures): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const { day, counts } of await figures.range('2000-01-01', '2100-01-01'))
    for (const [name, count] of Object.entries(counts))
      sums.set(`${day} ${name}`, (sums.get(`${day} ${name}`) ?? 0) + count);
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort());
}

describe(`the roll-ups of ${HISTORIES} random histories`, () => {
  it('are the history counted again, with repeated and disordered events, and with erasures', async () => {
    let erased = 0;
    for (const [at, { events, lived }] of stories.entries()) {
      const { order, batch, shards } = arrivals[at] ?? { order: [1], batch: 1, shards: 1 };
      const figures = new MemoryFigures();
      const arriving = disordered(events, order);
      for (let from = 0; from < arriving.length; from += batch)
        await rollUp({ figures, figureShards: shards, clock }, arriving.slice(from, from + batch));
      expect(await storedSum(figures), `history ${at}`).toEqual(simpleCount(events));
      const proven = new Set(events.map(({ id }) => id));
      const days = await figures.range('2000-01-01', '2100-01-01');
      const { differences, unproven } = await recount(arriving, { days, proven }, now);
      expect([differences, unproven], `history ${at}`).toEqual([[], []]);
      erased += lived.some(({ after }) => after.erased) ? 1 : 0;
    }
    expect(erased).toBeGreaterThan(HISTORIES / 20);
  });

  it('lose nothing by an erasure: it only ends work and surveys that were open', () => {
    // People erase now. An erasure that is recorded late ends the work before deadlines that have passed since then.
    const erasures = stories.flatMap(({ lived }) =>
      lived.filter(
        ({ command, happenedAt, recordedAt }) => command.do === 'erase' && happenedAt === recordedAt,
      ),
    );
    const added = erasures.flatMap(({ events, happenedAt }) =>
      events.flatMap((draft) => {
        const time = new Date(happenedAt).toISOString();
        return Object.entries(countersOf({ ...draft, time, recordedTime: time } as RidaEvent).counters);
      }),
    );
    expect(erasures.length).toBeGreaterThan(0);
    expect(added.filter(([, by]) => by < 0)).toEqual([]);
    const measures = new Set(added.map(([name]) => name.split('|', 1)[0] ?? ''));
    expect([...measures].filter((one) => !ENDED.has(one))).toEqual([]);
  });
});

describe('a count of the history again', () => {
  const events = stories.slice(0, 20).flatMap((story) => story.events);
  const counted = events.filter((event) => Object.keys(countersOf(event).counters).length > 0);
  const figuresOf = async (some: readonly RidaEvent[]) => {
    const figures = new MemoryFigures();
    await rollUp({ figures, figureShards: 2, clock }, some);
    return {
      days: await figures.range('2000-01-01', '2100-01-01'),
      proven: new Set(some.map(({ id }) => id)),
    };
  };

  it('finds each event that the figures lack', async () => {
    const [lost, ...rest] = counted;
    if (lost === undefined) throw new Error('no event is counted');
    const { differences, unproven } = await recount(events, await figuresOf(rest), now);
    expect(unproven.map(({ id }) => id)).toEqual([lost.id]);
    expect(Object.fromEntries(differences.map((one) => [one.counter, one.history - one.stored]))).toEqual(
      countersOf(lost).counters,
    );
  });

  it('finds a number that no event explains', async () => {
    const stored = await figuresOf(events);
    const [first, ...others] = stored.days;
    if (first === undefined) throw new Error('nothing is counted');
    const wrong = { ...first, counts: { ...first.counts, 'opened|mail|report': 99, gone: 3 } };
    const { differences } = await recount(events, { ...stored, days: [wrong, ...others] }, now);
    expect(differences.map(({ counter }) => counter)).toContain('gone');
    expect(differences.find(({ counter }) => counter === 'gone')).toEqual({
      ...{ day: first.day, counter: 'gone', stored: 3, history: 0 },
    });
  });

  it('leaves out an event of the last hour that is still on its way', async () => {
    const [last, ...rest] = counted;
    if (last === undefined) throw new Error('no event is counted');
    const recent = { ...last, recordedTime: new Date(now - DAY / 48).toISOString() };
    const { differences, waiting } = await recount([recent, ...rest], await figuresOf(rest), now);
    expect([differences, waiting]).toEqual([[], 1]);
  });

  it('leaves days alone whose history is removed', async () => {
    const later = WORKING_MORNING + 5000 * DAY;
    const { differences, from } = await recount([], await figuresOf(events), later);
    expect(differences).toEqual([]);
    expect(from > '2038').toBe(true);
  });
});
