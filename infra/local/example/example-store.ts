import type { FilledDatabase } from '#shared/adapters/embedded/filled-database.ts';
import { SqliteItems } from '#shared/adapters/embedded/sqlite-items.ts';
import type { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { behind } from '#shared/adapters/table/behind.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import { effectItem } from '#shared/adapters/table/effect-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { causeKey, effectKey, partitionOf } from '#shared/adapters/table/keys.ts';
import { plan } from '#shared/adapters/table/plan.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import { hasEvicted, hasProcessed, keepsProofs } from '#shared/ports/processed-causes.ts';
import type {
  Aggregate,
  Aggregates,
  Change,
  Commit,
  CommitOutcome,
  Effect,
  Kind,
  Store,
} from '#shared/ports/store.ts';

const KEPT_STATES = 30_000;
/** As many as the SQLite store has by default. */
const DUE_SHARDS = 1;

interface Held {
  readonly kind: Kind;
  readonly state: Aggregate;
}

/**
 * A store that holds new items in memory and writes them together, for filling a database by one process. The
 * items are the same as those of the SQLite store: a test compares them. Nothing is safe before `flush`.
 */
export class ExampleStore {
  readonly #inner: SqliteStore;
  readonly #database: FilledDatabase;
  readonly #items: SqliteItems;
  /** States by partition, the one used last at the end. */
  readonly #states = new Map<string, Held>();
  readonly #dirty = new Set<string>();
  readonly #added = new Map<string, Item>();
  readonly #commits = new Map<string, Commit[]>();
  /** The beneficiaries of the cases that are held. */
  readonly #beneficiaries = new Set<string>();
  #unrelayed: Commit[] = [];
  readonly store: Store;

  constructor(inner: SqliteStore, database: FilledDatabase) {
    this.#inner = inner;
    this.#database = database;
    this.#items = new SqliteItems(database);
    this.store = this.#asStore();
  }

  /** Take the commits since the last call, in their order. */
  take(): readonly Commit[] {
    this.flush();
    const commits = this.#unrelayed;
    this.#unrelayed = [];
    return commits;
  }

  /** Write everything that is held. */
  flush(): void {
    if (this.#added.size === 0 && this.#dirty.size === 0) return;
    const added = [...this.#added.values()];
    const states = [...this.#dirty].flatMap((partition) => {
      const held = this.#states.get(partition);
      return held ? [stateItem(held.kind, held.state as never, DUE_SHARDS)] : [];
    });
    this.#database.fill(() => {
      for (const item of added) this.#items.insert(item);
      for (const item of states) this.#items.replace(item);
    });
    this.#added.clear();
    this.#dirty.clear();
    this.#beneficiaries.clear();
    this.#commits.clear();
    for (const [partition] of this.#states) {
      if (this.#states.size <= KEPT_STATES) break;
      this.#states.delete(partition);
    }
  }

  #asStore(): Store {
    const inner = this.#inner;
    /** Read through the database, after everything that is held was written. */
    const flushed = <T>(read: () => Promise<T>): Promise<T> => {
      this.flush();
      return read();
    };
    return {
      load: (kind, id, atLeast) => this.#load(kind, id, atLeast),
      commit: (change) => this.#commit(change),
      effect: (kind, id, effectId) => this.#effect(kind, id, effectId),
      recordEffect: (kind, id, effect) => this.#recordEffect(kind, id, effect),
      hasCommitted: async (kind, id, cause) => this.#isProven(kind, id, cause),
      timeline: async (kind, id) => [
        ...(await inner.timeline(kind, id)),
        ...(this.#commits.get(partitionOf(kind, id)) ?? []),
      ],
      newestCommits: (kind, id, page) => flushed(() => inner.newestCommits(kind, id, page)),
      newestEffects: (caseId, span) => flushed(() => inner.newestEffects(caseId, span)),
      effects: (kind, id) => flushed(() => inner.effects(kind, id)),
      ofBeneficiary: (id, page) => flushed(() => inner.ofBeneficiary(id, page)),
      entriesOfBeneficiary: (id, page) => {
        if (this.#beneficiaries.has(id)) this.flush();
        return inner.entriesOfBeneficiary(id, page);
      },
      queue: (department, state, page) => flushed(() => inner.queue(department, state, page)),
      commitAt: (place) => flushed(() => inner.commitAt(place)),
      casesAt: (asked, limit) => flushed(() => inner.casesAt(asked, limit)),
      work: (departments, query) => flushed(() => inner.work(departments, query)),
      assignedTo: (user, page) => flushed(() => inner.assignedTo(user, page)),
      firstWaiting: (department) => flushed(() => inner.firstWaiting(department)),
      nextWaiting: (after) => flushed(() => inner.nextWaiting(after)),
      dueShards: () => inner.dueShards(),
      calls: (span, page) => flushed(() => inner.calls(span, page)),
      callsAbout: (ref, page) => flushed(() => inner.callsAbout(ref, page)),
      live: (shard, page) => flushed(() => inner.live(shard, page)),
      callsOut: (purpose, state, page) => flushed(() => inner.callsOut(purpose, state, page)),
      tasksOf: (kind, page) => flushed(() => inner.tasksOf(kind, page)),
      callsOutTo: (id, page) => flushed(() => inner.callsOutTo(id, page)),
      closedBefore: (department, before, page) => flushed(() => inner.closedBefore(department, before, page)),
      due: (shard, until, page) => flushed(() => inner.due(shard, until, page)),
      collectNotices: (reader, notices) => inner.collectNotices(reader, notices),
      waitingNotices: (reader, limit) => inner.waitingNotices(reader, limit),
      removeNotices: (reader, notices) => inner.removeNotices(reader, notices),
      workloads: (users) => flushed(() => inner.workloads(users)),
      isCounted: (user, caseId) => inner.isCounted(user, caseId),
      countCase: (user, counted, most) => inner.countCase(user, counted, most),
      discountCase: (user, caseId) => inner.discountCase(user, caseId),
      countedCases: (user, page) => inner.countedCases(user, page),
      correctCount: (user, from, to) => inner.correctCount(user, from, to),
      scrub: (kind, id, clean) => flushed(() => inner.scrub(kind, id, clean)),
    };
  }

  async #load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined> {
    const partition = partitionOf(kind, id);
    const held = this.#states.get(partition);
    if (!held) {
      const state = await this.#inner.load(kind, id);
      if (state) this.#states.set(partition, { kind, state });
      if (atLeast !== undefined && (state?.version ?? 0) < atLeast)
        throw behind(kind, id, state?.version ?? 0, atLeast);
      return state;
    }
    this.#states.delete(partition);
    this.#states.set(partition, held);
    return held.state as Aggregates[K];
  }

  async #commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const { kind, id, before, cause } = change;
    const stored = await this.#load(kind, id);
    if (stored && (hasProcessed(stored, cause) || (hasEvicted(stored) && this.#isProven(kind, id, cause))))
      return { outcome: 'duplicate', state: stored };
    // While this waited, another commit may have passed.
    const partition = partitionOf(kind, id);
    const current = (this.#states.get(partition)?.state as Aggregates[K] | undefined) ?? stored;
    if ((current?.version ?? 0) !== (before?.version ?? 0)) return { outcome: 'conflict' };
    const { commit, state, proofs } = plan(change);
    for (const item of [commitItem(commit), ...proofs]) this.#add(item);
    this.#states.delete(partition);
    this.#states.set(partition, { kind, state });
    this.#dirty.add(partition);
    if ('beneficiary' in state) this.#beneficiaries.add(state.beneficiary.id);
    const held = this.#commits.get(partition);
    if (held) held.push(commit);
    else this.#commits.set(partition, [commit]);
    this.#unrelayed.push(commit);
    return { outcome: 'committed', state };
  }

  async #effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    const { pk, sk } = effectKey(kind, id, effectId);
    if (this.#added.has(`${pk} ${sk}`)) this.flush();
    return this.#inner.effect(kind, id, effectId);
  }

  async #recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    const item = effectItem(kind, id, effect);
    if (this.#added.has(`${item.pk} ${item.sk}`) || this.#items.has(item)) return false;
    this.#add(item);
    return true;
  }

  #isProven(kind: Kind, id: string, cause: string): boolean {
    if (!keepsProofs(kind)) return false;
    const key = causeKey(kind, id, cause);
    return this.#added.has(`${key.pk} ${key.sk}`) || this.#items.has(key);
  }

  #add(item: Item): void {
    this.#added.set(`${item.pk} ${item.sk}`, item);
  }
}
