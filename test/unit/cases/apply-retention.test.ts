import { expect, it } from 'vitest';
import { applyRetention } from '#functions/cases/apply-retention.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Change, CommitOutcome, Kind } from '#shared/ports/store.ts';
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
const inTime = { signal: new AbortController().signal };
const run = (store: MemoryStore, invocation: { readonly signal: AbortSignal } = inTime) =>
  applyRetention({ store, rules: keeperOf(), clock: fixedClock() }, undefined, invocation);
const erasedIn = async (store: MemoryStore, cases: readonly { readonly id: string }[]) =>
  (await Promise.all(cases.map(({ id }) => store.load('case', id)))).map((one) => one?.erased !== undefined);

/** A store that runs an action after each commit. */
class WatchedStore extends MemoryStore {
  after: (commits: number) => void = () => {};
  #commits = 0;

  override async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const outcome = await super.commit(change);
    this.#commits += 1;
    this.after(this.#commits);
    return outcome;
  }
}

it('erases every case that was closed before the retention time, and no other', async () => {
  const old = Array.from({ length: 250 }, (_, n) => closed(T - eraseAfterMs - (n + 1) * DAY));
  const young = closed(T - eraseAfterMs + DAY);
  const store = new MemoryStore().seed(...old, young, aCase());
  expect(await run(store)).toEqual({ erased: 250, more: false });
  expect(new Set(await erasedIn(store, old))).toEqual(new Set([true]));
  expect((await store.load('case', young.id))?.erased).toBeUndefined();
  expect(await run(store)).toEqual({ erased: 0, more: false });
});

it('stops when its time is over, the oldest erased, and the next run continues', async () => {
  const old = Array.from({ length: 40 }, (_, n) => closed(T - eraseAfterMs - (40 - n) * DAY));
  const store = new WatchedStore().seed(...old) as WatchedStore;
  const time = new AbortController();
  store.after = (commits) => commits === 5 && time.abort();
  const { erased, more } = await run(store, time);
  expect(more).toBe(true);
  // The page in process is finished.
  expect(await erasedIn(store, old)).toEqual(old.map((_, n) => n < erased));
  expect(await run(store)).toEqual({ erased: 40 - erased, more: false });
});

it('erases the others when a case cannot be erased, and fails at the end', async () => {
  const old = Array.from({ length: 30 }, (_, n) => closed(T - eraseAfterMs - (30 - n) * DAY));
  const store = new (class extends MemoryStore {
    override async load<K extends Kind>(kind: K, id: string, atLeast?: number) {
      if (id === old[0]?.id) throw new Error('damaged');
      return super.load(kind, id, atLeast);
    }
  })().seed(...old);
  await expect(run(store)).rejects.toMatchObject({
    code: 'cases-not-erased',
    message: '1 cases were not erased',
  });
  expect(await erasedIn(store, old.slice(1))).toEqual(old.slice(1).map(() => true));
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
  const deps = { store, rules: keeperOf(settings), clock: fixedClock() };
  expect(await applyRetention(deps, undefined, inTime)).toEqual({ erased: 1, more: false });
});
