import { commitOf } from '#shared/adapters/table/commit-item.ts';
import { headItem, headOf } from '#shared/adapters/table/head-item.ts';
import { commitSort, headKey, LAST_COMMIT, partitionOf } from '#shared/adapters/table/keys.ts';
import { fold } from '#shared/adapters/table/plan.ts';
import type { Aggregates, Commit, Kind } from '#shared/ports/store.ts';
import { follows } from './dynamo-condition.ts';
import type { DynamoTable } from './dynamo-table.ts';

/**
 * The heads of cases and calls. A commit is done once its own item is written; the head follows in a
 * second write, and one left behind by a crash in between is repaired here by whoever meets it.
 */
export class DynamoHeads {
  readonly #table: DynamoTable;
  readonly #shards: number;

  constructor(table: DynamoTable, shards: number) {
    this.#table = table;
    this.#shards = shards;
  }

  /** The stored head; it may be behind its commits. */
  async read<K extends Kind>(kind: K, id: string, consistent: boolean): Promise<Aggregates[K] | undefined> {
    const item = await this.#table.get(headKey(kind, id), consistent);
    return item && headOf<K>(item);
  }

  /** Stores a head in place of the version before it; false when another version is there. */
  write<K extends Kind>(kind: K, state: Aggregates[K], inPlaceOf = state.version - 1): Promise<boolean> {
    return this.#table.put(headItem(kind, state, this.#shards), follows(inPlaceOf + 1));
  }

  /** The commits after a version, oldest first. */
  async commits(kind: Kind, id: string, after: number): Promise<Commit[]> {
    const items = await this.#table.query({
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: {
        ':pk': partitionOf(kind, id),
        ':from': commitSort(after + 1),
        ':to': LAST_COMMIT,
      },
      ConsistentRead: true,
    });
    return items.map(commitOf);
  }

  /** The head brought up to its last commit, and stored so; undefined when there is no commit. */
  async repair<K extends Kind>(kind: K, id: string): Promise<Aggregates[K] | undefined> {
    const stored = await this.read(kind, id, true);
    const state = fold(id, stored, await this.commits(kind, id, stored?.version ?? 0));
    // Losing this race is fine: whoever won it wrote the same fold.
    if (state && state !== stored) await this.write(kind, state, stored?.version ?? 0);
    return state;
  }
}
