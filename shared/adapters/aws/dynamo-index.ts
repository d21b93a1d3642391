import { STATE } from '#shared/adapters/table/keys.ts';
import type { IndexReader } from '#shared/adapters/table/listing.ts';
import type { Bounds, IndexPosition, Stretch } from '#shared/adapters/table/places.ts';
import { tableSchema } from '#shared/adapters/table/schema.ts';
import { stateOf } from '#shared/adapters/table/state-item.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import type { DynamoTable } from './dynamo-table.ts';

const BOTH_ENDS = 2;

/** Build a condition on a sort key. BETWEEN, DynamoDB's only condition with two bounds, includes them. */
const sortCondition = ({ above, below }: Bounds): string => {
  if (above !== undefined && below !== undefined) return ' AND #sort BETWEEN :above AND :below';
  if (above !== undefined) return ' AND #sort > :above';
  return below === undefined ? '' : ' AND #sort < :below';
};

/** Places in the indexes and their states. Both reads are eventually consistent. */
export class DynamoIndex implements IndexReader {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  async positions({ index, partition, order, limit, ...bounds }: Stretch): Promise<IndexPosition[]> {
    const keys = tableSchema.indexes[index];
    const { above, below } = bounds;
    const both = above !== undefined && below !== undefined;
    // DynamoDB rejects a BETWEEN with an empty range.
    if (both && above >= below) return [];
    const condition = sortCondition(bounds);
    const items = await this.#table.query(
      {
        IndexName: keys.name,
        KeyConditionExpression: `#partition = :partition${condition}`,
        ExpressionAttributeNames: { '#partition': keys.partition, ...(condition && { '#sort': keys.sort }) },
        ExpressionAttributeValues: {
          ':partition': partition,
          ...(above !== undefined && { ':above': above }),
          ...(below !== undefined && { ':below': below }),
        },
        ScanIndexForward: order === 'ascending',
      },
      both ? limit + BOTH_ENDS : limit,
    );
    return items
      .map((item) => ({ pk: item.pk, sort: String(item[keys.sort]) }))
      .filter(({ sort }) => sort !== above && sort !== below)
      .slice(0, limit);
  }

  async states<K extends Kind>(pks: readonly string[]): Promise<ReadonlyMap<string, Aggregates[K]>> {
    const items = await this.#table.getMany(pks.map((pk) => ({ pk, sk: STATE })));
    return new Map(items.map((item) => [item.pk, stateOf<K>(item)]));
  }
}
