import type { Store } from '#shared/ports/store.ts';

export interface StoreUnderTest {
  readonly store: Store;
  /** The number of shards of the index `desk`: 3, so that every shard is used. */
  readonly shards: 3;
}
