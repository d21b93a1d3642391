import { expect, it } from 'vitest';
import { retain } from '#functions/desk/retain.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const closed = (at: number) => aCase({ status: 'closed', closing: { at, reason: 'finished' } });
const { eraseAfterMs } = shippedRules;

it('erases what was closed longer ago than the retention time, the oldest first, and goes on the next night', async () => {
  const old = Array.from({ length: 5 }, (_, n) => closed(T - eraseAfterMs - (n + 1) * DAY));
  const young = closed(T - eraseAfterMs + DAY);
  const store = new MemoryStore().seed(...old, young, aCase());
  const deps = { store, rules: rulesOf(), clock: fixedClock() };
  const erased = async () =>
    (await Promise.all(old.map(({ id }) => store.load('case', id)))).map((one) => one?.erased !== undefined);
  expect(await retain({ ...deps, most: 3 })).toBe(3);
  expect(await erased()).toEqual([false, false, true, true, true]);
  expect(await retain(deps)).toBe(2);
  expect(await retain(deps)).toBe(0);
  expect((await store.load('case', young.id))?.erased).toBeUndefined();
});
