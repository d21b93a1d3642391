import { plan } from '#shared/adapters/table/plan.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Change, Commit, Kind, Store } from '#shared/ports/store.ts';
import type { RacedStore } from '#test/unit/functions/world.ts';

/** The aggregates and readers that a store was asked about. */
export interface Touched {
  readonly aggregates: Set<string>;
  readonly readers: Set<string>;
  readonly users: Set<string>;
  /** Run the act of another writer, in which no call fails. */
  aside(act: () => Promise<unknown>): Promise<void>;
}

/**
 * A store with the methods of the one in memory that samples use: the commits so far, cases without a past, and
 * another writer between two reads.
 */
export function recordedStore(inner: Store, touched: Touched): RacedStore {
  const commits: Commit[] = [];
  let pending: Promise<unknown> = Promise.resolve();
  let loads = 0;
  let race: { readonly at: number; act(): Promise<unknown> } | undefined;

  const own = {
    commits,
    seed: (...cases: readonly Case[]) => {
      for (const { version: _, causes, ...state } of cases) {
        const [cause = 'seeded'] = causes;
        const trace = { cause, by: 'rida', correlationId: cause, causationId: cause, events: [] } as const;
        const at = { at: state.openedAt, recordedAt: state.openedAt };
        const after = { ...state, version: 0, causes: [] };
        const change = { kind: 'case', id: state.id, ...trace, ...at, before: undefined, after } as const;
        pending = pending.then(() => own.commit(change));
      }
      return store;
    },
    race: (n: number, act: () => Promise<unknown>) => {
      race = { at: loads + n, act };
    },
    async load<K extends Kind>(kind: K, id: string, atLeast?: number) {
      loads += 1;
      const now = race?.at === loads ? race : undefined;
      if (now) race = undefined;
      if (now) await touched.aside(now.act);
      return inner.load(kind, id, atLeast);
    },
    async commit<K extends Kind>(change: Change<K>) {
      touched.aggregates.add(`${change.kind} ${change.id}`);
      const done = await inner.commit(change);
      // The end is read from the store. Reading each commit back would be a call that no function makes.
      if (done.outcome === 'committed') commits.push(plan(change).commit);
      return done;
    },
    recordEffect: (kind: Kind, id: string, ...rest: [never]) => {
      touched.aggregates.add(`${kind} ${id}`);
      return inner.recordEffect(kind, id, ...rest);
    },
    collectNotices: (reader: string, ...rest: [never]) => {
      touched.readers.add(reader);
      return inner.collectNotices(reader, ...rest);
    },
    countCase: (user: string, ...rest: [never]) => {
      touched.users.add(user);
      return inner.countCase(user, ...rest);
    },
  };

  const store: RacedStore = new Proxy(inner, {
    get(whole, name) {
      const value: unknown = Reflect.get(name in own ? own : whole, name);
      if (typeof value !== 'function') return value;
      if (name === 'seed' || name === 'race') return value;
      // A case that a test seeded is stored before the next call.
      return async (...args: unknown[]) => {
        if (!(name === 'commit')) await pending;
        return value.apply(name in own ? own : whole, args);
      };
    },
  }) as unknown as RacedStore;
  return store;
}
