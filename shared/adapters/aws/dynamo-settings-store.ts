import { retimingKey, settingsKey, settingsVersionKey } from '#shared/adapters/table/keys.ts';
import { retimingItem, retimingOf, settingsItem, settingsOf } from '#shared/adapters/table/settings-item.ts';
import type { Retiming, SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';
import { follows } from './dynamo-condition.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** The settings in the table: the current ones and every version. */
export class DynamoSettingsStore implements SettingsStore {
  readonly #table: DynamoTable;

  constructor({ client, table }: DynamoStoreOptions) {
    this.#table = new DynamoTable(client, table);
  }

  async read(): Promise<StoredSettings | undefined> {
    const item = await this.#table.get(settingsKey, true);
    return item && settingsOf(item);
  }

  async version(version: number): Promise<StoredSettings | undefined> {
    const item = await this.#table.get(settingsVersionKey(version), false);
    return item && settingsOf(item);
  }

  async retiming(): Promise<Retiming | undefined> {
    const item = await this.#table.get(retimingKey, false);
    return item && retimingOf(item);
  }

  async saveRetiming(retiming: Retiming): Promise<void> {
    await this.#table.put(retimingItem(retiming), 'any');
  }

  /** Changes are rare and small, so a transaction is affordable here. */
  write(settings: StoredSettings): Promise<boolean> {
    return this.#table.putAll([
      { item: settingsItem(settings), condition: follows(settings.version) },
      { item: settingsItem(settings, settingsVersionKey(settings.version)), condition: 'absent' },
    ]);
  }
}
