import { expect, it } from 'vitest';
import { type AddressedNotice, gatherNotices } from '#functions/notices/gather-notices.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const addressed = (n: number): AddressedNotice => ({
  reader: 'supervisor',
  notice: { event: causeId(`event ${n}`), case: `case-${n}`, kind: 'warned' },
});

it('adds nothing when an event is repeated days later, after any number of batches', async () => {
  const store = new MemoryStore();
  const clock = fixedClock();
  const deps = { store, clock, rules: rulesOf() };
  for (let n = 0; n < 70; n += 1) expect(await gatherNotices(deps, [addressed(n)])).toBe(1);
  clock.advance(3 * DAY);
  expect(await gatherNotices(deps, [addressed(2), addressed(69)])).toBe(0);
  // The timer is set once; the notices are items of their own.
  expect((await store.load('digest', 'supervisor'))?.version).toBe(1);
  expect(await store.waitingNotices('supervisor', 100)).toHaveLength(70);
});

it('adds a whole batch in one commit, and what is in it twice once', async () => {
  const store = new MemoryStore();
  const deps = { store, clock: fixedClock(), rules: rulesOf() };
  const batch = [...Array.from({ length: 40 }, (_, n) => addressed(n)), addressed(3)];
  await gatherNotices(deps, batch);
  expect(await store.waitingNotices('supervisor', 100)).toHaveLength(40);
  expect(store.commits).toHaveLength(1);
});

it('lets two batches for one reader at once both in', async () => {
  const store = new MemoryStore();
  const deps = { store, clock: fixedClock(), rules: rulesOf() };
  await Promise.all([
    gatherNotices(deps, [addressed(1), addressed(2)]),
    gatherNotices(deps, [addressed(3), addressed(2)]),
  ]);
  const digest = await store.load('digest', 'supervisor');
  const waiting = await store.waitingNotices('supervisor', 10);
  expect(waiting.map(({ notice }) => notice.case).sort()).toEqual(['case-1', 'case-2', 'case-3']);
  expect(digest?.nextDueAt).toBe(deps.clock.now() + 2 * MINUTE);
});
