import { describe, expect, inject, test } from 'vitest';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { countCapacity, spentBy, type Units } from '#test/bench/capacity.ts';
import { liveCase } from '#test/bench/case-life.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');

describe.runIf(endpoint)('the whole life of a case by mail', () => {
  test('keeps within 45 write units and 12 read units, timeline and indexes included', async () => {
    const client = localClient(endpoint ?? '');
    const table = await createTable(client, 'case-life');
    const capacity = countCapacity(client);
    const spent: Record<string, Units> = {};
    const sent = await liveCase(
      new DynamoStore({ client, table }),
      new DynamoStore({ client: localClient(endpoint ?? ''), table }),
      async (name, work) => {
        spent[name] = await spentBy(capacity, work);
      },
      new DynamoQuotaStore({ client, table }),
    );
    expect(sent).toHaveLength(3);
    const total = Object.values(spent).reduce(
      (sum, { writes, reads }) => ({ writes: sum.writes + writes, reads: sum.reads + reads }),
      { writes: 0, reads: 0 },
    );
    console.info(JSON.stringify({ total, ...spent }));
    expect(total.writes).toBeLessThanOrEqual(45);
    expect(total.reads).toBeLessThanOrEqual(12);
  });
});
