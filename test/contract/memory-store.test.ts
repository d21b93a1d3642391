import { describe } from 'vitest';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { storeSuite } from './store.suite.ts';

describe('MemoryStore', () => {
  const store = new MemoryStore({ shards: 3 });
  storeSuite(() => ({ store, shards: 3 }));
});
