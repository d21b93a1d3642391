import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteSearchIndex } from '#shared/adapters/embedded/sqlite-search-index.ts';

/** An empty search index in memory. */
export const searchInMemory = (): SqliteSearchIndex => new SqliteSearchIndex(openDatabase(':memory:'));
