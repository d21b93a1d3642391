import type { Store } from '#shared/ports/store.ts';

/** Wrap a store so that something else happens once, after the state was loaded and before the first commit. */
export function overtaking(store: Store, meanwhile: () => Promise<unknown>): Store {
  let happened = false;
  return new Proxy(store, {
    get(whole, name) {
      const value: unknown = Reflect.get(whole, name, whole);
      if (name !== 'commit') return typeof value === 'function' ? value.bind(whole) : value;
      return async (change: Parameters<Store['commit']>[0]) => {
        if (!happened) {
          happened = true;
          await meanwhile();
        }
        return whole.commit(change);
      };
    },
  });
}

/** Wrap a store so that the first commits wait for each other: their authors act at the same moment. */
export function simultaneous(store: Store, commits: number): Store {
  let waiting = commits;
  const together = Promise.withResolvers<void>();
  return new Proxy(store, {
    get(whole, name) {
      const value: unknown = Reflect.get(whole, name, whole);
      if (name !== 'commit') return typeof value === 'function' ? value.bind(whole) : value;
      return async (change: Parameters<Store['commit']>[0]) => {
        waiting -= 1;
        if (waiting === 0) together.resolve();
        await together.promise;
        return whole.commit(change);
      };
    },
  });
}
