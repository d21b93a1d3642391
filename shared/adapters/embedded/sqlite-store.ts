import type { Notice } from '#events/vocabulary.ts';
import { behind } from '#shared/adapters/table/behind.ts';
import { commitItem, commitKey, commitOf } from '#shared/adapters/table/commit-item.ts';
import { byTime, effectItem, effectOf } from '#shared/adapters/table/effect-item.ts';
import { effectKeys } from '#shared/adapters/table/effect-listing.ts';
import { IndexedStore } from '#shared/adapters/table/indexed-store.ts';
import {
  COMMIT,
  causeKey,
  commitSort,
  countedCaseKey,
  EFFECT,
  effectKey,
  LAST_COMMIT,
  NOTICE,
  noticeKey,
  partitionOf,
  STATE,
  stateKey,
  workloadKey,
} from '#shared/adapters/table/keys.ts';
import { noticeItem, noticeOf } from '#shared/adapters/table/notice-item.ts';
import type { IndexPosition, PositionReader, Stretch } from '#shared/adapters/table/places.ts';
import { plan } from '#shared/adapters/table/plan.ts';
import { scrubbedCommit, scrubbedEffect } from '#shared/adapters/table/scrub.ts';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import {
  countedBounds,
  countedCaseItem,
  countedPage,
  countOf,
  workloadItem,
  workloadKeys,
  workloadsOf,
} from '#shared/adapters/table/workload-item.ts';
import type { WorkPage, WorkQuery } from '#shared/domain/work-list/work-query.ts';
import { hasEvicted, hasProcessed, keepsProofs } from '#shared/ports/processed-causes.ts';
import type {
  Aggregates,
  Change,
  CollectedNotice,
  Commit,
  CommitOutcome,
  CommitPlace,
  CommitRecord,
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
import { DecodedStates } from './decoded-states.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';
import { SqliteOutbox } from './sqlite-outbox.ts';
import { SqliteShards } from './sqlite-shards.ts';

/** Items removed in one write. */
const EXPIRED_AT_ONCE = 500;

/**
 * All aggregates in one SQLite file: the items of the DynamoDB table as rows. A commit, its state and its
 * outbox entry are one transaction, so a state is never behind its commits.
 */
export class SqliteStore extends IndexedStore implements Store {
  readonly #database: Database;
  readonly #shards: SqliteShards;
  readonly #items: SqliteItems;
  readonly #positions: PositionReader;
  readonly #outbox: SqliteOutbox;
  readonly #states: DecodedStates;

  /** `dueShards`: number of shards of the entries of everything live, as for DynamoDB. */
  constructor(database: Database, dueShards = 1) {
    const items = new SqliteItems(database);
    const shards = new SqliteShards(items, 'due', dueShards);
    super(
      {
        positions: async (stretch: Stretch): Promise<IndexPosition[]> => items.positions(stretch),
        states: async <K extends Kind>(pks: readonly string[]): Promise<Map<string, Aggregates[K]>> =>
          new Map(
            items
              .getMany(pks.map((pk) => ({ pk, sk: STATE })))
              .map((item): [string, Aggregates[K]] => [item.pk, stateOf<K>(item)]),
          ),
      },
      async () => shards.highest(),
    );
    this.#database = database;
    this.#shards = shards;
    this.#items = items;
    this.#positions = { positions: async (stretch) => items.positions(stretch) };
    this.#outbox = new SqliteOutbox(database);
    this.#states = new DecodedStates(items);
  }

  async load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined> {
    const state = this.#states.load(kind, id);
    const version = state?.version ?? 0;
    if (atLeast !== undefined && version < atLeast) throw behind(kind, id, version, atLeast);
    return state;
  }

  async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const { kind, id, before, cause } = change;
    if (before && hasProcessed(before, cause)) return { outcome: 'duplicate', state: before };
    const { commit, state, proofs } = plan(change);
    const [entry, next] = [commitItem(commit), stateItem(kind, state, this.#shards.own)];
    const key = stateKey(kind, id);
    return this.#database.write((): CommitOutcome<K> => {
      // The same version is the same state, so that only a new one is decoded.
      const isCurrent = (this.#items.version(key) ?? 0) === (before?.version ?? 0);
      const current = isCurrent ? before : this.#states.load(kind, id);
      if (current && this.#knows(kind, current, cause)) return { outcome: 'duplicate', state: current };
      if (!isCurrent) return { outcome: 'conflict' };
      this.#shards.record();
      this.#items.insert(entry);
      for (const proof of proofs) this.#items.insert(proof);
      this.#items.replace(next);
      this.#outbox.add(entry);
      return { outcome: 'committed', state };
    });
  }

  override async work(_: readonly string[], query: WorkQuery): Promise<WorkPage> {
    return this.#items.work.page(query);
  }

  async hasCommitted(kind: Kind, id: string, cause: string): Promise<boolean> {
    return this.#isProven(kind, id, cause);
  }

  async commitAt(place: CommitPlace): Promise<Commit | undefined> {
    const item = this.#items.get(commitKey(place));
    return item && commitOf(item);
  }

  async timeline(kind: Kind, id: string): Promise<readonly Commit[]> {
    return this.#items.range(partitionOf(kind, id), COMMIT, LAST_COMMIT).map(commitOf);
  }

  async newestCommits(
    kind: Kind,
    id: string,
    { before, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<readonly Commit[]> {
    const last = before === undefined ? LAST_COMMIT : commitSort(before - 1);
    return this.#items.last(partitionOf(kind, id), COMMIT, last, limit).map(commitOf);
  }

  async newestEffects(caseId: string, span: EffectSpan): Promise<readonly Effect[]> {
    const items = this.#items.getMany(await effectKeys(this.#positions, caseId, span));
    return items.map(effectOf).sort(byTime).reverse();
  }

  async effects(kind: Kind, id: string): Promise<readonly Effect[]> {
    return this.#items.startingWith(partitionOf(kind, id), EFFECT).map(effectOf).sort(byTime);
  }

  async effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    const item = this.#items.get(effectKey(kind, id, effectId));
    return item && effectOf(item);
  }

  async recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    const item = effectItem(kind, id, effect);
    return this.#database.write(() => {
      if (this.#items.insert(item)) return true;
      const before = this.#items.get(item);
      const replaces = before !== undefined && effectOf(before).waits !== undefined;
      if (replaces) this.#items.replace(item);
      return replaces;
    });
  }

  collectNotices(reader: string, notices: readonly CollectedNotice[]): Promise<readonly Notice[]> {
    const items = notices.map((collected) => ({
      ...collected,
      proof: effectItem('case', collected.notice.case, collected.effect),
      item: noticeItem(reader, collected),
    }));
    return this.#database.write(() =>
      items.flatMap(({ notice, proof, item }) => {
        if (!this.#items.insert(proof)) return [];
        this.#items.insert(item);
        return [notice];
      }),
    );
  }

  async waitingNotices(reader: string, limit: number): Promise<readonly WaitingNotice[]> {
    return this.#items.startingWith(partitionOf('digest', reader), NOTICE, limit).map(noticeOf);
  }

  removeNotices(reader: string, notices: readonly WaitingNotice[]): Promise<void> {
    return this.#database.write(() => {
      for (const { notice, at } of notices) this.#items.remove(noticeKey(reader, at, notice.event));
    });
  }

  async workloads(users: readonly string[]): Promise<ReadonlyMap<string, Workload>> {
    return workloadsOf(users, this.#items.getMany(workloadKeys(users)));
  }

  async isCounted(user: string, caseId: string): Promise<boolean> {
    return this.#items.has(countedCaseKey(user, caseId));
  }

  countCase(
    user: string,
    counted: CountedCase,
    most = Number.POSITIVE_INFINITY,
  ): Promise<'counted' | 'already' | 'full'> {
    const item = countedCaseItem(user, counted);
    return this.#database.write(() => {
      if (this.#items.has(item)) return 'already';
      const count = countOf(this.#items.get(workloadKey(user)));
      if (count >= most) return 'full';
      this.#items.insert(item);
      this.#items.replace(workloadItem(user, count + 1));
      return 'counted';
    });
  }

  discountCase(user: string, caseId: string): Promise<boolean> {
    const key = countedCaseKey(user, caseId);
    return this.#database.write(() => {
      if (!this.#items.has(key)) return false;
      this.#items.remove(key);
      this.#items.replace(workloadItem(user, countOf(this.#items.get(workloadKey(user))) - 1));
      return true;
    });
  }

  async countedCases(user: string, page: PageRequest): Promise<Page<CountedCase>> {
    const { after, last } = countedBounds(page);
    // The range includes its ends, so it may return the case of the cursor.
    const items = this.#items.range(partitionOf('staff', user), after, last, page.limit + 2);
    return countedPage(
      items.filter(({ sk }) => sk !== after),
      page,
    );
  }

  correctCount(user: string, from: number, to: number): Promise<boolean> {
    return this.#database.write(() => {
      if (countOf(this.#items.get(workloadKey(user))) !== from) return false;
      this.#items.replace(workloadItem(user, to));
      return true;
    });
  }

  scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void> {
    const partition = partitionOf(kind, id);
    return this.#database.forget(() => {
      for (const item of this.#items.range(partition, COMMIT, LAST_COMMIT))
        this.#items.replace(commitItem(scrubbedCommit(commitOf(item), clean)));
      for (const item of this.#items.startingWith(partition, EFFECT))
        this.#items.replace(effectItem(kind, id, scrubbedEffect(effectOf(item))));
    });
  }

  /**
   * Remove the items whose time to live is over, as DynamoDB does by itself. Each page is a write of its own, so
   * that other work is not delayed. Return their number.
   */
  async removeExpired(now: number): Promise<number> {
    for (let removed = 0; ; ) {
      const page = await this.#database.write(() => {
        const count = this.#items.removeExpired(now, EXPIRED_AT_ONCE);
        if (count > 0) this.#database.markDeletion();
        return count;
      });
      removed += page;
      if (page < EXPIRED_AT_ONCE) return removed;
    }
  }

  /** Return the commits whose events are not published yet, in their order. */
  unrelayed(limit: number): CommitRecord[] {
    return this.#outbox.next(limit);
  }

  markRelayed(places: readonly CommitPlace[]): Promise<void> {
    return this.#outbox.remove(places);
  }

  #isProven(kind: Kind, id: string, cause: string): boolean {
    return keepsProofs(kind) && this.#items.has(causeKey(kind, id, cause));
  }

  #knows<K extends Kind>(kind: K, state: Aggregates[K], cause: string): boolean {
    return hasProcessed(state, cause) || (hasEvicted(state) && this.#isProven(kind, state.id, cause));
  }
}
