import { randomUUID } from 'node:crypto';
import { accessesOf, accessItem } from '#shared/adapters/table/access-item.ts';
import { accessesPartition } from '#shared/adapters/table/keys.ts';
import type { Access, AccessLog } from '#shared/ports/access-log.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** Reads of personal data as items of the table, a partition a day. */
export class DynamoAccessLog implements AccessLog {
  readonly #table: DynamoTable;

  constructor({ client, table }: Pick<DynamoStoreOptions, 'client' | 'table'>) {
    this.#table = new DynamoTable(client, table);
  }

  async record(access: Access): Promise<void> {
    await this.#table.put(accessItem(access, randomUUID()), 'absent');
  }

  async accessesOn(day: string): Promise<readonly Access[]> {
    const items = await this.#table.query({
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': accessesPartition(day) },
      ConsistentRead: true,
    });
    return accessesOf(items);
  }
}
