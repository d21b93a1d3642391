import { describe } from 'vitest';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteFigureStore } from '#shared/adapters/embedded/sqlite-figure-store.ts';
import { SqliteSettingsStore } from '#shared/adapters/embedded/sqlite-settings-store.ts';
import { keepersSuite } from './keepers.suite.ts';

describe('SqliteFigureStore and SqliteSettingsStore', () => {
  const database = openDatabase(':memory:');
  const figures = new SqliteFigureStore(database);
  const settings = new SqliteSettingsStore(database);
  keepersSuite(() => ({ figures, settings }));
});
