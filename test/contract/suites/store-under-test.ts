import type { Store } from '#shared/ports/store.ts';

export interface StoreUnderTest {
  readonly store: Store;
  /** How many shards the index `desk` has: 3, so that every shard matters. */
  readonly shards: 3;
}
