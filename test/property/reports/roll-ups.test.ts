import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { backlogOf } from '#test/builders/backlog-of.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';
import { beginning, history } from '../cases/any-command.ts';
import { live } from '../cases/lives.ts';
import { storyOf } from './stories.ts';

const drawn = { numRuns: 60, seed: 20_260_104 };

const stories = fc
  .sample(fc.tuple(beginning, history), drawn)
  .map(([first, moments], at) => storyOf(first, live(first, moments), `case-${at}`));

async function counted(events: readonly RidaEvent[], batch: number, figureShards: number) {
  const figures = new MemoryFigures();
  for (let at = 0; at < events.length; at += batch)
    await rollUp({ figures, figureShards, clock: fixedClock(WORKING_MORNING) }, events.slice(at, at + batch));
  return figures.range('2000-01-01', '2100-01-01');
}

const all = stories.flatMap(({ events }) => events);
const lastDay = '2099-12-31';

describe('the roll-ups of random histories', () => {
  it('are the same in any order, batch and shard, with repeated events', async () => {
    const once = figuresOf(await counted(all, all.length, 1));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.subarray(all),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        async (shuffled, again, batch, shards) => {
          expect(figuresOf(await counted([...shuffled, ...again], batch, shards))).toEqual(once);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('know how many cases are open, and since when', async () => {
    const open = stories.filter(({ end }) => isActive(end.status));
    const backlog = backlogOf(await counted(all, 100, 2), lastDay);
    expect(backlog.open).toBe(open.length);
    expect(backlog.oldest).toBe(localDay(Math.min(...open.map(({ end }) => end.openedAt))));
    expect(backlog.ages.reduce((sum, { count }) => sum + count, 0)).toBe(open.length);
  });

  it('count each contact in exactly one kind', async () => {
    const { arrivals, received } = figuresOf(await counted(all, 100, 1));
    const contacts = all.filter(({ type }) =>
      ['rida.case.opened.v1', 'rida.message.received.v1'].includes(type),
    );
    expect(received).toBe(contacts.length);
    expect(Object.values(arrivals).every((count) => count >= 0)).toBe(true);
  });
});
