import { commitOf } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { commitSort, LAST_COMMIT, partitionOf, stateKey } from '#shared/adapters/table/keys.ts';
import { fold } from '#shared/adapters/table/plan.ts';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import type { Aggregates, Commit, Kind } from '#shared/ports/store.ts';
import { follows } from './dynamo-condition.ts';
import type { DynamoShards } from './dynamo-shards.ts';
import type { DynamoTable } from './dynamo-table.ts';

/**
 * The states of aggregates. A commit is complete when its own item is stored; the state follows in a second
 * write. After a crash between the two, the next reader or writer repairs the state here.
 */
export class DynamoStates {
  readonly #table: DynamoTable;
  readonly #shards: DynamoShards;

  constructor(table: DynamoTable, shards: DynamoShards) {
    this.#table = table;
    this.#shards = shards;
  }

  /** Read the stored state, which may be behind its commits. */
  async read<K extends Kind>(kind: K, id: string, consistent: boolean): Promise<Aggregates[K] | undefined> {
    const item = await this.#table.get(stateKey(kind, id), consistent);
    return item && stateOf<K>(item);
  }

  /**
   * Replace the previous version of a state. Return false when another version is stored. Store the proofs of
   * evicted causes first, so that after a crash each cause is listed or proven.
   */
  async write<K extends Kind>(
    kind: K,
    state: Aggregates[K],
    proofs: readonly Item[],
    inPlaceOf = state.version - 1,
  ): Promise<boolean> {
    await this.#shards.record();
    for (const proof of proofs) await this.#table.put(proof, 'any');
    return this.#table.put(stateItem(kind, state, this.#shards.own), follows(inPlaceOf + 1));
  }

  /** Return the commits after a version, oldest first. */
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

  /** Return commits up to a version, the newest first. */
  async newest(kind: Kind, id: string, upTo: string, limit: number): Promise<Commit[]> {
    const items = await this.#table.query(
      {
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': partitionOf(kind, id), ':from': commitSort(0), ':to': upTo },
        ScanIndexForward: false,
        ConsistentRead: true,
      },
      limit,
    );
    return items.map(commitOf);
  }

  /** Apply missing commits to the state and store it. Return undefined when there is no commit. */
  async repair<K extends Kind>(kind: K, id: string): Promise<Aggregates[K] | undefined> {
    const stored = await this.read(kind, id, true);
    const { state, proofs } = fold(id, stored, await this.commits(kind, id, stored?.version ?? 0));
    // Another process may have stored the same repaired state first.
    if (state && state !== stored) await this.write(kind, state, proofs, stored?.version ?? 0);
    return state;
  }
}
