import { draftItem, draftsOf, endedItem } from '#shared/adapters/table/draft-item.ts';
import { draftsPartition, draftsPrefix } from '#shared/adapters/table/keys.ts';
import type { Draft, DraftOwner, DraftStore } from '#shared/ports/draft-store.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** Drafts in the table, each as an item. */
export class DynamoDraftStore implements DraftStore {
  readonly #table: DynamoTable;

  constructor({ client, table }: Pick<DynamoStoreOptions, 'client' | 'table'>) {
    this.#table = new DynamoTable(client, table);
  }

  save(owner: DraftOwner, edit: string, draft: Draft): Promise<boolean> {
    return this.#table.put(draftItem(owner, edit, draft), { unlessEnded: edit });
  }

  async drafts({ place, user }: DraftOwner): Promise<readonly Draft[]> {
    return draftsOf(await this.#startingWith(place, draftsPrefix(user)));
  }

  async end(owner: DraftOwner, edit: string, form: string, at: number): Promise<void> {
    await this.#table.put(endedItem(owner, edit, form, at), 'any');
  }

  async forget(place: string): Promise<void> {
    for (const item of await this.#startingWith(place, draftsPrefix(''))) await this.#table.remove(item);
  }

  #startingWith(place: string, prefix: string) {
    return this.#table.query({
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ':pk': draftsPartition(place), ':prefix': prefix },
      ConsistentRead: true,
    });
  }
}
