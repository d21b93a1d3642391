import { retimingKey, settingsKey, settingsVersionKey } from '#shared/adapters/table/keys.ts';
import { retimingItem, retimingOf, settingsItem, settingsOf } from '#shared/adapters/table/settings-item.ts';
import type { Retiming, SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** The settings as rows of the items' table: the current ones and every version. */
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

  async version(version: number): Promise<StoredSettings | undefined> {
    const item = this.#items.get(settingsVersionKey(version));
    return item && settingsOf(item);
  }

  async retiming(): Promise<Retiming | undefined> {
    const item = this.#items.get(retimingKey);
    return item && retimingOf(item);
  }

  saveRetiming(retiming: Retiming): Promise<void> {
    return this.#database.write(() => this.#items.replace(retimingItem(retiming)));
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
