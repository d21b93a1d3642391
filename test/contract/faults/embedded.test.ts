import { describe } from 'vitest';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteFigureStore } from '#shared/adapters/embedded/sqlite-figure-store.ts';
import { SqliteQuotaStore } from '#shared/adapters/embedded/sqlite-quota-store.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import type { OpenAdapters } from './converging.ts';
import { faultsSuite } from './faults.suite.ts';
import { recordedStore } from './recorded-store.ts';

const embedded: OpenAdapters = async (touched) => {
  const database = openDatabase(':memory:');
  return {
    adapters: {
      store: recordedStore(new SqliteStore(database), touched),
      figures: new SqliteFigureStore(database),
      quotas: new SqliteQuotaStore(database),
    },
    watch: () => {},
    seesCalls: false,
    close: () => database.close(),
  };
};

describe('every port fails in every way, over the adapters of one computer', () => {
  faultsSuite('one computer', embedded, 5);
});
