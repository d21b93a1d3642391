import { describe } from 'vitest';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { storeSuite } from './store.suite.ts';

describe('SqliteStore', () => {
  const store = new SqliteStore(openDatabase(':memory:'), 3);
  storeSuite(() => ({ store, shards: 3 }));
});
