import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { PROOF_KEPT } from '#shared/domain/reports/proof-kept.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';

const sample = (type: string): RidaEvent =>
  JSON.parse(readFileSync(new URL(`../../../events/samples/${type}.json`, import.meta.url), 'utf8'));
const opened = sample('rida.case.opened.v1');
const named = (n: number): RidaEvent => ({ ...opened, id: String(n).padStart(26, '0') });
/** Some minutes after the sample was recorded. */
const clock = fixedClock(Date.parse(opened.recordedTime) + 10 * MINUTE);
const total = async (figures: FigureStore): Promise<number> =>
  (await figures.range('2026-11-01', '2026-11-30'))
    .map(({ counts }) => counts['opened|mail|report'] ?? 0)
    .reduce((sum, count) => sum + count, 0);

it('counts every event once, however often, in whatever batches and shards it comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(12), { maxLength: 6 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      async (batches, shards) => {
        const figures = new MemoryFigures();
        for (const batch of batches) await rollUp({ figures, figureShards: shards, clock }, batch.map(named));
        expect(await total(figures)).toBe(new Set(batches.flat()).size);
      },
    ),
  );
});

it('counts once when two workers count at the same time', async () => {
  const figures = new MemoryFigures();
  await Promise.all(
    [1, 2, 3].map((n) => rollUp({ figures, figureShards: 1, clock }, [named(n), named(n + 1)])),
  );
  expect(await total(figures)).toBe(4);
});

it('counts by the day it happened in Riyadh', async () => {
  const figures = new MemoryFigures();
  await rollUp({ figures, figureShards: 1, clock }, [{ ...opened, time: '2026-11-23T21:30:00.000Z' }]);
  expect((await figures.range('2026-11-01', '2026-11-30')).map(({ day }) => day)).toEqual(['2026-11-24']);
});

it('writes nothing for events that are not counted or were counted before', async () => {
  const figures = new MemoryFigures();
  await rollUp({ figures, figureShards: 1, clock }, [named(1)]);
  await rollUp({ figures, figureShards: 1, clock }, [named(1), sample('rida.case.assigned.v1')]);
  expect((await figures.load('2026-11-23', 0))?.version).toBe(1);
});

it('counts an event once although the number of shards changes before it is replayed', async () => {
  const figures = new MemoryFigures();
  const events = Array.from({ length: 40 }, (_, n) => named(n));
  for (const shards of [1, 5, 2]) await rollUp({ figures, figureShards: shards, clock }, events);
  expect(await total(figures)).toBe(40);
});

it('counts a batch of any length, the events of a day together', async () => {
  const figures = new MemoryFigures();
  await rollUp(
    { figures, figureShards: 1, clock },
    Array.from({ length: 250 }, (_, n) => named(n)),
  );
  expect(await total(figures)).toBe(250);
  expect((await figures.load('2026-11-23', 0))?.version).toBe(3);
});

it('gives up with a sentence when the figures never hold still', async () => {
  const figures: FigureStore = {
    load: async () => undefined,
    counted: async () => new Set(),
    countedOn: async () => [],
    subjectsOn: async function* () {},
    save: async () => false,
    range: async () => [],
    changes: async () => [],
    saveChange: async () => false,
    askedReports: async () => [],
    saveAsked: async () => false,
  };
  await expect(rollUp({ figures, figureShards: 1, clock }, [named(1)])).rejects.toThrow(
    'figures of 2026-11-23 changed 8 times',
  );
});

it('leaves out an event that comes after the time in which proofs are kept, and says so', async () => {
  const figures = new MemoryFigures();
  const at = (ms: number) => ({ figures, figureShards: 1, clock: fixedClock(ms) });
  const recorded = Date.parse(opened.recordedTime);
  expect(await rollUp(at(recorded + PROOF_KEPT), [named(1)])).toEqual({ counted: 0, tooLate: 1 });
  expect(await rollUp(at(recorded + PROOF_KEPT - 1), [named(1)])).toEqual({ counted: 1, tooLate: 0 });
  expect(await rollUp(at(recorded + PROOF_KEPT - 1), [named(1)])).toEqual({ counted: 0, tooLate: 0 });
  expect(await total(figures)).toBe(1);
});

it('keeps with each counted event its case, its time and what it added', async () => {
  const figures = new MemoryFigures();
  await rollUp({ figures, figureShards: 1, clock }, [named(1)]);
  const [one] = await figures.countedOn('2026-11-23');
  expect(one).toMatchObject({ subject: opened.subject, at: Date.parse(opened.time), day: '2026-11-23' });
  expect(one?.counters['opened|mail|report']).toBe(1);
});
