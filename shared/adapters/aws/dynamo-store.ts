import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Notice } from '#events/vocabulary.ts';
import { behind } from '#shared/adapters/table/behind.ts';
import { commitItem, commitKey, commitOf } from '#shared/adapters/table/commit-item.ts';
import { byTime, effectItem, effectOf } from '#shared/adapters/table/effect-item.ts';
import { effectKeys } from '#shared/adapters/table/effect-listing.ts';
import { IndexedStore } from '#shared/adapters/table/indexed-store.ts';
import {
  causeKey,
  commitSort,
  countedCaseKey,
  EFFECT,
  effectKey,
  LAST_COMMIT,
  NOTICE,
  noticeKey,
  partitionOf,
  workloadKey,
} from '#shared/adapters/table/keys.ts';
import { noticeItem, noticeOf } from '#shared/adapters/table/notice-item.ts';
import { plan } from '#shared/adapters/table/plan.ts';
import { scrubbedCommit, scrubbedEffect } from '#shared/adapters/table/scrub.ts';
import {
  COUNT,
  countedBounds,
  countedCaseItem,
  countedPage,
  workloadItem,
  workloadKeys,
  workloadsOf,
} from '#shared/adapters/table/workload-item.ts';
import { hasEvicted, hasProcessed, keepsProofs } from '#shared/ports/processed-causes.ts';
import type {
  Aggregates,
  Change,
  CollectedNotice,
  Commit,
  CommitOutcome,
  CommitPlace,
  CountedCase,
  Effect,
  EffectSpan,
  Kind,
  Page,
  PageRequest,
  Store,
  WaitingNotice,
  Workload,
} from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { DynamoIndex } from './dynamo-index.ts';
import { DynamoShards } from './dynamo-shards.ts';
import { DynamoStates } from './dynamo-states.ts';
import { DynamoTable, type QueryInput } from './dynamo-table.ts';
import { retryPauseMs } from './retry-pause.ts';

const AT_ONCE = 8;
/** How often a notice is stored again when another writer holds its items, and the longest pause before it. */
const TRIES = 5;
const longestPause = (tries: number): number => 20 * 2 ** tries;

/** Run work for each of many, a few at a time. */
async function inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    results.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))));
  return results;
}

/** Return the query for the items of a partition whose sort keys begin with a prefix. */
const startingWith = (partition: string, prefix: string): QueryInput => ({
  KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
  ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
  ExpressionAttributeValues: { ':pk': partition, ':prefix': prefix },
  ConsistentRead: true,
});

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Number of shards of the entries of everything live. Change it when their partitions get hot. */
  readonly dueShards?: number;
  /** Number of items for the figures of a day. Change it when the item gets hot. */
  readonly figureShards?: number;
}

/**
 * All aggregates in one DynamoDB table with write-ahead commits: one conditional put of the commit item
 * decides, then the state is stored. There is no transaction, which would double every unit.
 */
export class DynamoStore extends IndexedStore implements Store {
  readonly #table: DynamoTable;
  readonly #positions: DynamoIndex;
  readonly #states: DynamoStates;
  readonly #shards: DynamoShards;

  constructor({ client, table, dueShards = 1 }: DynamoStoreOptions) {
    const items = new DynamoTable(client, table);
    const shards = new DynamoShards(items, 'due', dueShards);
    const index = new DynamoIndex(items);
    super(index, () => shards.highest());
    this.#table = items;
    this.#positions = index;
    this.#states = new DynamoStates(items, shards);
    this.#shards = shards;
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
    // In parallel, so that a caller does not wait longer for the first commit of a process.
    const [isStored] = await Promise.all([
      this.#table.put(commitItem(commit), 'absent'),
      this.#shards.record(),
    ]);
    if (!isStored) return this.#refuse(change);
    if (!(await this.#states.write(kind, state, proofs, before))) await this.#states.repair(kind, id);
    this.learn(kind, state);
    return { outcome: 'committed', state };
  }

  async hasCommitted(kind: Kind, id: string, cause: string): Promise<boolean> {
    return keepsProofs(kind) && (await this.#table.get(causeKey(kind, id, cause), true)) !== undefined;
  }

  async commitAt(place: CommitPlace): Promise<Commit | undefined> {
    const item = await this.#table.get(commitKey(place), true);
    return item && commitOf(item);
  }

  timeline(kind: Kind, id: string): Promise<readonly Commit[]> {
    return this.#states.commits(kind, id, 0);
  }

  async newestCommits(
    kind: Kind,
    id: string,
    { before, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<readonly Commit[]> {
    const last = before === undefined ? LAST_COMMIT : commitSort(before - 1);
    return this.#states.newest(kind, id, last, limit);
  }

  async newestEffects(caseId: string, span: EffectSpan): Promise<readonly Effect[]> {
    const items = await this.#table.getMany(await effectKeys(this.#positions, caseId, span));
    return items.map(effectOf).sort(byTime).reverse();
  }

  async effects(kind: Kind, id: string): Promise<readonly Effect[]> {
    const items = await this.#table.query(startingWith(partitionOf(kind, id), EFFECT));
    return items.map(effectOf).sort(byTime);
  }

  async effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    // A caller retries minutes later at the earliest, when an eventually consistent read has the effect.
    const item = await this.#table.get(effectKey(kind, id, effectId), false);
    return item && effectOf(item);
  }

  recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    return this.#table.put(effectItem(kind, id, effect), 'undelivered');
  }

  async collectNotices(reader: string, notices: readonly CollectedNotice[]): Promise<readonly Notice[]> {
    const collected = await inParallel(notices, (one) => this.#collect(reader, one));
    return notices.filter((_, at) => collected[at]).map(({ notice }) => notice);
  }

  async waitingNotices(reader: string, limit: number): Promise<readonly WaitingNotice[]> {
    const items = await this.#table.query(startingWith(partitionOf('digest', reader), NOTICE), limit);
    return items.map(noticeOf);
  }

  async removeNotices(reader: string, notices: readonly WaitingNotice[]): Promise<void> {
    await inParallel(notices, ({ notice, at }) => this.#table.remove(noticeKey(reader, at, notice.event)));
  }

  async workloads(users: readonly string[]): Promise<ReadonlyMap<string, Workload>> {
    return workloadsOf(users, await this.#table.getMany(workloadKeys(users)));
  }

  async isCounted(user: string, caseId: string): Promise<boolean> {
    return (await this.#table.get(countedCaseKey(user, caseId), true)) !== undefined;
  }

  async countCase(
    user: string,
    counted: CountedCase,
    most?: number,
  ): Promise<'counted' | 'already' | 'full'> {
    const failed = await this.#table.writeAll([
      { put: countedCaseItem(user, counted), condition: 'absent' },
      { add: workloadKey(user), attribute: COUNT, by: 1, ...(most !== undefined && { below: most }) },
    ]);
    if (failed === undefined) return 'counted';
    return failed === 0 ? 'already' : 'full';
  }

  async discountCase(user: string, caseId: string): Promise<boolean> {
    const failed = await this.#table.writeAll([
      { remove: countedCaseKey(user, caseId), condition: 'present' },
      { add: workloadKey(user), attribute: COUNT, by: -1 },
    ]);
    return failed === undefined;
  }

  async countedCases(user: string, page: PageRequest): Promise<Page<CountedCase>> {
    const { after, last } = countedBounds(page);
    const items = await this.#table.query(
      {
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :after AND :last',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': partitionOf('staff', user), ':after': after, ':last': last },
        ConsistentRead: true,
      },
      // BETWEEN includes its ends, so it may return the case of the cursor.
      page.limit + 2,
    );
    return countedPage(
      items.filter(({ sk }) => sk !== after),
      page,
    );
  }

  correctCount(user: string, from: number, to: number): Promise<boolean> {
    return this.#table.put(workloadItem(user, to), { counts: from });
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
    await inParallel(items, (item) => this.#table.put(item, 'present'));
  }

  /** Put the proof at the case and the waiting notice in one transaction. Return true when it is new. */
  async #collect(reader: string, collected: CollectedNotice): Promise<boolean> {
    const { notice, effect } = collected;
    const proof = effectItem('case', notice.case, effect);
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(retryPauseMs(longestPause(tries)));
      const stored = await this.#table.putAll([
        { item: proof, condition: 'absent' },
        { item: noticeItem(reader, collected), condition: 'any' },
      ]);
      if (stored) return true;
      if (await this.#table.get(proof, true)) return false;
    }
    throw new StoreError('throttled', `the notice of ${notice.event} to ${reader} is written by others`);
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
