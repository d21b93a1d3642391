import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { behind } from '#shared/adapters/table/behind.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import { byTime, effectItem, effectOf } from '#shared/adapters/table/effect-item.ts';
import { IndexedStore } from '#shared/adapters/table/indexed-store.ts';
import { causeKey, EFFECT, effectKey, partitionOf } from '#shared/adapters/table/keys.ts';
import { plan } from '#shared/adapters/table/plan.ts';
import { scrubbedCommit, scrubbedEffect } from '#shared/adapters/table/scrub.ts';
import { hasEvicted, hasProcessed, keepsProofs } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Change, Commit, CommitOutcome, Effect, Kind, Store } from '#shared/ports/store.ts';
import { DynamoIndex } from './dynamo-index.ts';
import { DynamoStates } from './dynamo-states.ts';
import { DynamoTable } from './dynamo-table.ts';

const SCRUBBED_AT_ONCE = 8;

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Number of live partitions in the due index, 1 by default. Increase it when a partition gets hot. */
  readonly shards?: number;
}

/**
 * All aggregates in one DynamoDB table with write-ahead commits: one conditional put of the commit item
 * decides, then the state is stored. There is no transaction, which would double every unit.
 */
export class DynamoStore extends IndexedStore implements Store {
  readonly #table: DynamoTable;
  readonly #states: DynamoStates;

  constructor({ client, table, shards = 1 }: DynamoStoreOptions) {
    const items = new DynamoTable(client, table);
    super(new DynamoIndex(items), shards);
    this.#table = items;
    this.#states = new DynamoStates(items, shards);
  }

  async load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined> {
    const state = await this.#states.read(kind, id, atLeast === undefined);
    if (atLeast === undefined || (state?.version ?? 0) >= atLeast) return state;
    const repaired = await this.#states.repair(kind, id);
    if ((repaired?.version ?? 0) < atLeast) throw behind(kind, id, repaired?.version ?? 0, atLeast);
    return repaired;
  }

  async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const { kind, id, before, cause } = change;
    if (before && (await this.#knows(kind, before, cause))) return { outcome: 'duplicate', state: before };
    const { commit, state, proofs } = plan(change);
    if (!(await this.#table.put(commitItem(commit), 'absent'))) return this.#refuse(change);
    if (!(await this.#states.write(kind, state, proofs))) await this.#states.repair(kind, id);
    return { outcome: 'committed', state };
  }

  async hasCommitted(kind: Kind, id: string, cause: string): Promise<boolean> {
    return keepsProofs(kind) && (await this.#table.get(causeKey(kind, id, cause), true)) !== undefined;
  }

  timeline(kind: Kind, id: string): Promise<readonly Commit[]> {
    return this.#states.commits(kind, id, 0);
  }

  async effects(kind: Kind, id: string): Promise<readonly Effect[]> {
    const items = await this.#table.query({
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ':pk': partitionOf(kind, id), ':prefix': EFFECT },
      ConsistentRead: true,
    });
    return items.map(effectOf).sort(byTime);
  }

  async effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    // A caller retries minutes later at the earliest, when an eventually consistent read has the effect.
    const item = await this.#table.get(effectKey(kind, id, effectId), false);
    return item && effectOf(item);
  }

  recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    return this.#table.put(effectItem(kind, id, effect), 'absent');
  }

  /** Not atomic: after a crash the caller repeats the whole operation. */
  async scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void> {
    // Repair first: cleaned commits may no longer contain which fields were removed.
    await this.#states.repair(kind, id);
    const commits = await this.#states.commits(kind, id, 0);
    const effects = await this.effects(kind, id);
    const items = [
      ...commits.map((commit) => commitItem(scrubbedCommit(commit, clean))),
      ...effects.map((effect) => effectItem(kind, id, scrubbedEffect(effect))),
    ];
    for (let at = 0; at < items.length; at += SCRUBBED_AT_ONCE) {
      const some = items.slice(at, at + SCRUBBED_AT_ONCE);
      await Promise.all(some.map((item) => this.#table.put(item, 'present')));
    }
  }

  /** The version is taken: by this cause (also when only the response was lost) or by another. */
  async #refuse<K extends Kind>({ kind, id, cause }: Change<K>): Promise<CommitOutcome<K>> {
    const state = await this.#states.repair(kind, id);
    if (state && (await this.#knows(kind, state, cause))) return { outcome: 'duplicate', state };
    return { outcome: 'conflict' };
  }

  async #knows<K extends Kind>(kind: K, state: Aggregates[K], cause: string): Promise<boolean> {
    return hasProcessed(state, cause) || (hasEvicted(state) && this.hasCommitted(kind, state.id, cause));
  }
}
