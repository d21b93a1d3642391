import type { Position } from '#shared/adapters/table/cursor.ts';
import { headOf } from '#shared/adapters/table/head-item.ts';
import { HEAD } from '#shared/adapters/table/keys.ts';
import type { IndexReader, Stretch } from '#shared/adapters/table/listing.ts';
import { tableSchema } from '#shared/adapters/table/schema.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { DynamoTable } from './dynamo-table.ts';

/** Places in the indexes and the heads at them; both eventually consistent. */
export class DynamoIndex implements IndexReader {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  async positions({ index, partition, order, below, after, limit }: Stretch): Promise<Position[]> {
    const keys = tableSchema.indexes[index];
    const items = await this.#table.query(
      {
        IndexName: keys.name,
        KeyConditionExpression:
          below === undefined ? '#partition = :partition' : '#partition = :partition AND #sort < :below',
        ExpressionAttributeNames: {
          '#partition': keys.partition,
          ...(below !== undefined && { '#sort': keys.sort }),
        },
        ExpressionAttributeValues: {
          ':partition': partition,
          ...(below !== undefined && { ':below': below }),
        },
        ScanIndexForward: order === 'ascending',
        ...(after && {
          ExclusiveStartKey: {
            pk: after.pk,
            sk: HEAD,
            [keys.partition]: partition,
            [keys.sort]: after.sort,
          },
        }),
      },
      limit,
    );
    return items.map((item) => ({ pk: item.pk, sort: String(item[keys.sort]) }));
  }

  async cases(pks: readonly string[]): Promise<ReadonlyMap<string, Case>> {
    const items = await this.#table.getMany(pks.map((pk) => ({ pk, sk: HEAD })));
    return new Map(items.map((item) => [item.pk, headOf<'case'>(item)]));
  }
}
