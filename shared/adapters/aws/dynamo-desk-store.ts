import { savedListItem, savedListOf, seenItem, seenOf } from '#shared/adapters/table/desk-item.ts';
import { SAVED_LISTS, savedListKey, seenKey } from '#shared/adapters/table/keys.ts';
import type { DeskStore, SavedList } from '#shared/ports/desk-store.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** Saved lists and seen cases as items of the table. */
export class DynamoDeskStore implements DeskStore {
  readonly #table: DynamoTable;

  constructor({ client, table }: Pick<DynamoStoreOptions, 'client' | 'table'>) {
    this.#table = new DynamoTable(client, table);
  }

  saveList(list: SavedList): Promise<boolean> {
    return this.#table.put(savedListItem(list), 'absent');
  }

  async savedLists(): Promise<readonly SavedList[]> {
    const items = await this.#table.query({
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': SAVED_LISTS },
      ConsistentRead: true,
    });
    return items.map(savedListOf);
  }

  removeList(list: Pick<SavedList, 'team' | 'name'>): Promise<void> {
    return this.#table.remove(savedListKey(list));
  }

  async markSeen(user: string, caseId: string, at: number): Promise<void> {
    await this.#table.put(seenItem(user, caseId, at), 'any');
  }

  async seenAt(user: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return seenOf(await this.#table.getMany(caseIds.map((id) => seenKey(user, id))));
  }
}
