import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putLines } from '#shared/application/programme/draw/draw-files.ts';
import type { DrawDeps } from '#shared/application/programme/draw/draw-step.ts';
import { beginDraw, cancelDraw, continueDraw } from '#shared/application/programme/draw/run-draw.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { FRAME } from '#shared/domain/outreach/frame.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { keyedHash } from '#shared/runtime/ids.ts';
import {
  by,
  type Centre,
  centreOf,
  order,
  sampleOf,
  storedOf,
  TODAY,
  WEEK,
  type World,
} from '#test/builders/a-drawn-centre.ts';
import { drawWeek, populationOf } from '#test/builders/draw-at-once.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

/** Compute the same sample with everybody in memory at once. */
async function atOnce({ rows, joined, optedOut }: World, { idAt }: Centre) {
  const personAt = (index: number): number => (joined.includes(index) ? personAt(index - 1) : index);
  const ids = new Map<number, string>();
  for (const [index] of rows) ids.set(personAt(index), await idAt(personAt(index)));
  const out = new Set(optedOut.map((index) => ids.get(personAt(index)) ?? ''));
  const transactions = rows.map((row) => {
    const { phone, service } = storedOf(row);
    return { person: ids.get(personAt(row[0])) ?? '', service: service.name, on: service.on, phone };
  });
  const population = populationOf(transactions, (person) => (out.has(person) ? ['opted-out'] : []), TODAY);
  const drawn = drawWeek(population.units, order, (of) => keyedHash(order.seed, of));
  const calls = drawn.drawn.map(
    ({ unit, replicate }) => `${unit.transaction.phone} ${unit.stratum} ${replicate}`,
  );
  return { population, drawn, calls: calls.sort() };
}

const SOMEBODY = fc.integer({ min: 0, max: 140 });
const world = fc.record({
  rows: fc.array(fc.tuple(SOMEBODY, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 16 })), {
    minLength: 1,
    maxLength: 250,
  }),
  joined: fc.uniqueArray(fc.integer({ min: 1, max: 140 }), { maxLength: 12 }),
  optedOut: fc.uniqueArray(SOMEBODY, { maxLength: 8 }),
});

async function drawnIn(
  given: World,
  { parts, buckets, racers }: { parts: number; buckets: number; racers: number },
) {
  const centre = await centreOf(given, parts);
  expect(await beginDraw(centre.deps, order, { id: 'draw', now: T, buckets })).toBe('begun');
  for (let outcome: string = 'goes-on'; outcome === 'goes-on'; ) {
    const run = () => continueDraw(centre.deps, { id: 'draw', now: T, atOnce: 1 });
    [outcome = 'over'] = await Promise.all(Array.from({ length: racers }, run));
  }
  return centre;
}

describe('a draw in steps', () => {
  test('has the sample and the counts of a draw at once, in whatever steps, also of two who continue it', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.record({
          parts: fc.constantFrom(1, 3, 40, 500),
          buckets: fc.constantFrom(1, 2, 7),
          racers: fc.constantFrom(1, 2),
        }),
        async (given, steps) => {
          const centre = await drawnIn(given, steps);
          const { population, drawn, calls } = await atOnce(given, centre);
          const stepwise = await sampleOf(centre);
          if (population.units.length === 0) {
            expect(stepwise.week).toBeUndefined();
            return;
          }
          expect(stepwise.calls).toEqual(calls);
          expect(stepwise.inReplicates).toEqual(stepwise.planned);
          const { persons, excluded, outside } = population;
          const { strata, floor, reachable } = drawn;
          expect(stepwise.week).toMatchObject({ persons, excluded, outside, strata, floor, planned: true });
          expect(stepwise.week?.reachable).toBe(reachable);
          const { languages } = stepwise.week ?? { languages: { ar: 0, en: 0 } };
          expect(languages.ar + languages.en).toBe(population.units.length);
          // Nothing about persons is left in the files of the draw.
          expect([...centre.blobs.blobs.keys()].filter((key) => key.includes('draw-'))).toEqual([]);
          expect((await centre.store.load('frame', FRAME))?.draw).toBeUndefined();
        },
      ),
      { numRuns: 25 },
    );
  });

  const many: World = {
    rows: Array.from({ length: 300 }, (_, index) => [index, index % 3, 1] as const),
    ...{ joined: [], optedOut: [] },
  };

  test('continues after a step that was interrupted, and draws the same', async () => {
    const whole = await sampleOf(await drawnIn(many, { parts: 40, buckets: 4, racers: 1 }));
    const centre = await centreOf(many, 40);
    const died = new Set<string>();
    const dying: DrawDeps = {
      ...centre.deps,
      blobs: {
        put: (...given) => centre.blobs.put(...given),
        get: (key) => centre.blobs.get(key),
        remove: (some) => centre.blobs.remove(some),
        putOnce: (key, ...given) => {
          if (died.has(key)) return centre.blobs.putOnce(key, ...given);
          died.add(key);
          return Promise.reject(new Error('died'));
        },
      },
    };
    await beginDraw(dying, order, { id: 'draw', now: T, buckets: 4 });
    let outcome: string = 'goes-on';
    for (let runs = 0; outcome === 'goes-on' && runs < 200; runs += 1)
      outcome = await continueDraw(dying, { id: 'draw', now: T }).catch(() => 'goes-on');
    expect(outcome).toBe('drawn');
    expect(await sampleOf(centre)).toMatchObject({ calls: whole.calls, inReplicates: whole.inReplicates });
  });

  test('is cancelled until its sample is chosen, and leaves nothing behind', async () => {
    const centre = await centreOf(many, 40);
    await beginDraw(centre.deps, order, { id: 'draw', now: T, buckets: 4 });
    expect(await beginDraw(centre.deps, order, { id: 'other', now: T })).toBe('under-way');
    for (let step = 0; step < 5; step += 1)
      await continueDraw(centre.deps, { id: 'draw', now: T, atOnce: 1 });
    expect(await cancelDraw(centre.deps, { id: 'draw', by, now: T })).toBe(true);
    expect([...centre.blobs.blobs.keys()].filter((key) => key.includes('draw-'))).toEqual([]);
    expect(await continueDraw(centre.deps, { id: 'draw', now: T })).toBe('over');
    expect(await beginDraw(centre.deps, order, { id: 'other', now: T, buckets: 4 })).toBe('begun');
    for (let outcome = 'goes-on'; outcome === 'goes-on'; ) {
      outcome = await continueDraw(centre.deps, { id: 'other', now: T, atOnce: 1 });
      if (await centre.store.load('week', WEEK))
        expect(await cancelDraw(centre.deps, { id: 'other', by, now: T })).toBe(false);
    }
    expect(await beginDraw(centre.deps, order, { id: 'third', now: T })).toBe('drawn-already');
  });

  test('is cancelled when its week ends before its sample is chosen, and gives way to the next', async () => {
    const centre = await centreOf(many, 40);
    const nextWeek = T + 7 * DAY;
    await beginDraw(centre.deps, order, { id: 'draw', now: T, buckets: 4 });
    await continueDraw(centre.deps, { id: 'draw', now: T, atOnce: 1 });
    expect(await continueDraw(centre.deps, { id: 'draw', now: nextWeek })).toBe('outdated');
    expect(await beginDraw(centre.deps, order, { id: 'next', now: nextWeek, buckets: 4 })).toBe('begun');
    // A draw that no user opened again is replaced.
    expect(await beginDraw(centre.deps, order, { id: 'later', now: nextWeek + 7 * DAY })).toBe('begun');
    expect((await centre.store.load('frame', FRAME))?.draw?.id).toBe('later');
  });

  test('plans no call to a person whose data was erased since they were looked at', async () => {
    const centre = await centreOf(many, 300);
    await beginDraw(centre.deps, order, { id: 'draw', now: T });
    while ((await centre.store.load('frame', FRAME))?.draw?.stage !== 'calls')
      await continueDraw(centre.deps, { id: 'draw', now: T, atOnce: 1 });
    for (const [index] of many.rows.slice(0, 250)) {
      const command = { do: 'erase', by } as const;
      const id = await centre.idAt(index);
      await updatePerson(centre.store, { id, cause: `erase ${index}`, by, at: T, recordedAt: T, command });
    }
    expect(await continueDraw(centre.deps, { id: 'draw', now: T })).toBe('drawn');
    const { calls } = await sampleOf(centre);
    expect(calls.length).toBeLessThan(60);
    expect(calls.every((call) => Number(call.slice(5, 13)) - 10_000_000 >= 250)).toBe(true);
  });

  test('is refused when the lists have too many services, and when the sample has too many calls', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => [index, index, 1] as const);
    const centre = await centreOf({ ...many, rows }, 5000);
    await beginDraw(centre.deps, order, { id: 'draw', now: T });
    expect(await continueDraw(centre.deps, { id: 'draw', now: T })).toBe('services');
    expect((await centre.store.load('frame', FRAME))?.draw).toBeUndefined();

    const large = await centreOf(many, 300);
    await beginDraw(large.deps, { ...order, target: 50_000, completion: 0.4 }, { id: 'draw', now: T });
    // The counts of 100,001 persons.
    await putLines(large.blobs, { id: 'draw' }, 'strata', 0, [['permits', 100_001]]);
    expect(await continueDraw(large.deps, { id: 'draw', now: T })).toBe('too-large');
    expect(await large.store.load('week', WEEK)).toBeUndefined();
  });
});
