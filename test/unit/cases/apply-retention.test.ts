import { expect, it } from 'vitest';
import { applyRetention } from '#functions/cases/apply-retention.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const closed = (at: number) => aCase({ status: 'closed', closing: { at, reason: 'finished' } });
const { eraseAfterMs } = shippedRules;
const keeperOf = (settings = new MemorySettings()) => rulesSource(settings, fixedClock(), defaultSettings);

it('erases cases closed before the retention time, the oldest first, and continues the next night', async () => {
  const old = Array.from({ length: 5 }, (_, n) => closed(T - eraseAfterMs - (n + 1) * DAY));
  const young = closed(T - eraseAfterMs + DAY);
  const store = new MemoryStore().seed(...old, young, aCase());
  const deps = { store, rules: keeperOf(), clock: fixedClock() };
  const erased = async () =>
    (await Promise.all(old.map(({ id }) => store.load('case', id)))).map((one) => one?.erased !== undefined);
  expect(await applyRetention({ ...deps, most: 3 })).toBe(3);
  expect(await erased()).toEqual([false, false, true, true, true]);
  expect(await applyRetention(deps)).toBe(2);
  expect(await applyRetention(deps)).toBe(0);
  expect((await store.load('case', young.id))?.erased).toBeUndefined();
});

it('erases as well what a department closed that the settings no longer have', async () => {
  const shipped = readSettings(defaultSettings);
  const settings = new MemorySettings();
  const keeper = keeperOf(settings);
  const change = (departments: typeof shipped.departments, base: number) =>
    keeper.apply({ settings: { ...shipped, departments }, base, by: 'huda', at: T, note: 'why' });
  const archive = { ...shipped.departments[0], id: 'archive' } as (typeof shipped.departments)[number];
  await change([...shipped.departments, archive], 0);
  await change(shipped.departments, 1);
  const old = { ...closed(T - eraseAfterMs - DAY), department: 'archive' };
  const store = new MemoryStore().seed(old);
  expect(await applyRetention({ store, rules: keeperOf(settings), clock: fixedClock() })).toBe(1);
});
