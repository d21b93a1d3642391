import type { CallPurpose } from '#events/vocabulary.ts';
import { behind } from '#shared/adapters/table/behind.ts';
import { callsAbout, callsIn } from '#shared/adapters/table/call-listing.ts';
import { callsOutOf, callsOutToOf } from '#shared/adapters/table/call-out-listing.ts';
import { commitItem, commitOf } from '#shared/adapters/table/commit-item.ts';
import { byTime, effectItem, effectOf } from '#shared/adapters/table/effect-item.ts';
import { headItem, headOf } from '#shared/adapters/table/head-item.ts';
import {
  COMMIT,
  EFFECT,
  effectKey,
  HEAD,
  headKey,
  LAST_COMMIT,
  partitionOf,
} from '#shared/adapters/table/keys.ts';
import {
  casesOf,
  closedBeforeOf,
  dueOf,
  entriesOf,
  type IndexReader,
  liveOf,
  queueOf,
} from '#shared/adapters/table/listing.ts';
import type { Position, Stretch } from '#shared/adapters/table/places.ts';
import { plan } from '#shared/adapters/table/plan.ts';
import { scrubbedCommit, scrubbedEffect } from '#shared/adapters/table/scrub.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { hasProcessed, needsCauseLookup } from '#shared/ports/processed-causes.ts';
import type {
  Aggregates,
  CallOutListing,
  CallSpan,
  CaseEntry,
  Change,
  ClosedEntry,
  Commit,
  CommitOutcome,
  DueEntry,
  Effect,
  Kind,
  Page,
  PageRequest,
  QueueState,
  Store,
} from '#shared/ports/store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';
import { SqliteOutbox } from './sqlite-outbox.ts';

/** Sorts after every text that begins with the prefix it follows. */
const LAST = '\u{10FFFF}';

/**
 * Cases and calls in one SQLite file: the items of the DynamoDB table as rows. A commit, its head and
 * its place in the outbox are one transaction, so that a head is never behind.
 */
export class SqliteStore implements Store {
  readonly #database: Database;
  readonly #shards: number;
  readonly #items: SqliteItems;
  readonly #outbox: SqliteOutbox;
  readonly #index: IndexReader;

  /** `shards`: partitions of the index `desk`, as for DynamoDB. */
  constructor(database: Database, shards = 1) {
    this.#database = database;
    this.#shards = shards;
    this.#items = new SqliteItems(database);
    this.#outbox = new SqliteOutbox(database);
    this.#index = {
      positions: async (stretch: Stretch): Promise<Position[]> => this.#items.positions(stretch),
      heads: async <K extends Kind>(pks: readonly string[]): Promise<Map<string, Aggregates[K]>> =>
        new Map(
          pks.flatMap((pk) => {
            const item = this.#items.get({ pk, sk: HEAD });
            return item ? [[pk, headOf<K>(item)]] : [];
          }),
        ),
    };
  }

  async load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined> {
    const state = this.#head(kind, id);
    const version = state?.version ?? 0;
    if (atLeast !== undefined && version < atLeast) throw behind(kind, id, version, atLeast);
    return state;
  }

  async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const { kind, id, before, cause } = change;
    if (before && hasProcessed(before, cause)) return { outcome: 'duplicate', state: before };
    const { commit, state } = plan(change);
    const [entry, next] = [commitItem(commit), headItem(kind, state, this.#shards)];
    return this.#database.write((): CommitOutcome<K> => {
      const stored = this.#head(kind, id);
      if (stored && this.#knows(kind, stored, cause)) return { outcome: 'duplicate', state: stored };
      if ((stored?.version ?? 0) !== (before?.version ?? 0)) return { outcome: 'conflict' };
      this.#items.insert(entry);
      this.#items.replace(next);
      this.#outbox.add(entry);
      return { outcome: 'committed', state };
    });
  }

  async timeline(kind: Kind, id: string): Promise<readonly Commit[]> {
    return this.#items.range(partitionOf(kind, id), COMMIT, LAST_COMMIT).map(commitOf);
  }

  ofBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<Case>> {
    return casesOf(this.#index, beneficiaryId, page);
  }

  entriesOfBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<CaseEntry>> {
    return entriesOf(this.#index, beneficiaryId, page);
  }

  queue(department: string, state: QueueState, page: PageRequest): Promise<Page<Case>> {
    return queueOf(this.#index, this.#shards, department, state, page);
  }

  calls(span: CallSpan, page: PageRequest): Promise<Page<Call>> {
    return callsIn(this.#index, span, page);
  }

  callsAbout(caseRef: string, page: PageRequest): Promise<Page<Call>> {
    return callsAbout(this.#index, caseRef, page);
  }

  live(shard: number, page: PageRequest): Promise<Page<Case>> {
    return liveOf(this.#index, shard, page);
  }

  callsOut(purpose: CallPurpose, state: CallOutListing, page: PageRequest): Promise<Page<CallOut>> {
    return callsOutOf(this.#index, this.#shards, purpose, state, page);
  }

  callsOutTo(beneficiaryId: string, page: PageRequest): Promise<Page<CallOut>> {
    return callsOutToOf(this.#index, beneficiaryId, page);
  }

  closedBefore(department: string, before: number, page: PageRequest): Promise<Page<ClosedEntry>> {
    return closedBeforeOf(this.#index, department, before, page);
  }

  due(shard: number, until: number, page: PageRequest): Promise<Page<DueEntry>> {
    return dueOf(this.#index, shard, until, page);
  }

  async effects(kind: Kind, id: string): Promise<readonly Effect[]> {
    const items = this.#items.range(partitionOf(kind, id), EFFECT, EFFECT + LAST);
    return items.map(effectOf).sort(byTime);
  }

  async effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    const item = this.#items.get(effectKey(kind, id, effectId));
    return item && effectOf(item);
  }

  async recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    const item = effectItem(kind, id, effect);
    return this.#database.write(() => this.#items.insert(item));
  }

  scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void> {
    const partition = partitionOf(kind, id);
    return this.#database.forget(() => {
      for (const item of this.#items.range(partition, COMMIT, LAST_COMMIT))
        this.#items.replace(commitItem(scrubbedCommit(commitOf(item), clean)));
      for (const item of this.#items.range(partition, EFFECT, EFFECT + LAST))
        this.#items.replace(effectItem(kind, id, scrubbedEffect(effectOf(item))));
    });
  }

  /** The commits whose events are not on the bus yet, in the order in which they were made. */
  unrelayed(limit: number): Commit[] {
    return this.#outbox.next(limit);
  }

  markRelayed(commits: readonly Commit[]): Promise<void> {
    return this.#outbox.remove(commits);
  }

  #head<K extends Kind>(kind: K, id: string): Aggregates[K] | undefined {
    const item = this.#items.get(headKey(kind, id));
    return item && headOf<K>(item);
  }

  #knows<K extends Kind>(kind: K, state: Aggregates[K], cause: string): boolean {
    if (hasProcessed(state, cause)) return true;
    if (!needsCauseLookup(kind, state)) return false;
    const items = this.#items.range(partitionOf(kind, state.id), COMMIT, LAST_COMMIT);
    return items.some((item) => commitOf(item).cause === cause);
  }
}
