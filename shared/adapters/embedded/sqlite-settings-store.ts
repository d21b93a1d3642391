import { settingsKey, settingsVersionKey } from '#shared/adapters/table/keys.ts';
import { settingsItem, settingsOf } from '#shared/adapters/table/settings-item.ts';
import type { SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** The settings as rows of the items' table: the current ones, and every version beside them. */
export class SqliteSettingsStore implements SettingsStore {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  async read(): Promise<StoredSettings | undefined> {
    const item = this.#items.get(settingsKey);
    return item && settingsOf(item);
  }

  write(settings: StoredSettings): Promise<boolean> {
    return this.#database.write(() => {
      const stored = this.#items.get(settingsKey);
      if ((stored ? settingsOf(stored).version : 0) !== settings.version - 1) return false;
      this.#items.replace(settingsItem(settings));
      this.#items.replace(settingsItem(settings, settingsVersionKey(settings.version)));
      return true;
    });
  }
}
