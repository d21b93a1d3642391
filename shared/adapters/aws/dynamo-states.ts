import { type ChangePlace, changePlaceOf, withFormerPlace } from '#shared/adapters/table/change-place.ts';
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
  /** The places in the order of changes of the states that were read or stored here. */
  readonly #places = new WeakMap<object, ChangePlace>();

  constructor(table: DynamoTable, shards: DynamoShards) {
    this.#table = table;
    this.#shards = shards;
  }

  /** Read the stored state, which may be behind its commits. */
  async read<K extends Kind>(kind: K, id: string, consistent: boolean): Promise<Aggregates[K] | undefined> {
    const item = await this.#table.get(stateKey(kind, id), consistent);
    if (item === undefined) return undefined;
    const state = stateOf<K>(item);
    this.#remember(state, item);
    return state;
  }

  /**
   * Store a state in place of the one before it. Return false when another version is stored. Store the proofs of
   * evicted causes first, so that after a crash each cause is listed or proven. The time of the write is the order of
   * changes of the list of work, whenever the change happened.
   */
  async write<K extends Kind>(
    kind: K,
    state: Aggregates[K],
    proofs: readonly Item[],
    before: Aggregates[K] | undefined,
  ): Promise<boolean> {
    await this.#shards.record();
    for (const proof of proofs) await this.#table.put(proof, 'any');
    const changed = { at: Date.now(), version: state.version };
    const former = before && this.#places.get(before);
    const item = withFormerPlace(stateItem(kind, state, this.#shards.own, changed), former);
    const isStored = await this.#table.put(item, follows((before?.version ?? 0) + 1));
    if (isStored) this.#remember(state, item);
    return isStored;
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
    if (state && state !== stored) await this.write(kind, state, proofs, stored);
    return state;
  }

  #remember(state: object, item: Item): void {
    const place = changePlaceOf(item);
    if (place) this.#places.set(state, place);
  }
}
