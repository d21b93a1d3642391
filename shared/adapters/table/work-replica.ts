import { HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import type { WorkEntry } from '#shared/domain/work-list/work-entry.ts';
import {
  ASIDE_SHOWN_MS,
  selectWork,
  type WorkPage,
  type WorkQuery,
} from '#shared/domain/work-list/work-query.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { donePartition, workPartition } from './index-keys.ts';
import { ENDED_WORK, PROMISED_CALLS, partitionOf } from './keys.ts';
import { allPositions, type IndexPartition, type PositionReader } from './places.ts';
import { isWorkKind, workOf } from './work-kinds.ts';
import { changeAt, changedAtOf, UNKNOWN_CHANGE, type WorkChange, workAt } from './work-sort.ts';

/**
 * A change is read again for so long after it, because clocks of writers differ, a write may take its time, and an
 * index lags behind.
 */
const OVERLAP_MS = MINUTE;
/** The whole list is read again after this time. It repairs the loss of an index entry that was very late. */
const KEPT_MS = HOUR;
/** The most work that a process reads. Above it, counts are not of all work, and the page says so. */
export const MOST_WORK = 250_000;

interface Held {
  readonly version: number;
  /** Missing when it left the list. */
  readonly entry?: WorkEntry;
}

/** The work that this process has read. */
interface Replica {
  readonly at: number;
  readonly work: Map<string, Held>;
  /** The newest place that was read of each source. */
  readonly newest: Map<string, string>;
  /** Closed cases are read from this time on. Missing when none were needed. */
  closedSince?: number;
  isPartial: boolean;
}

/**
 * Return the sort value after which changes are read: a time before the newest that was seen. A writer whose clock is
 * ahead does not hide the others.
 */
const resumeAfter = (newest: string, now: number): string => {
  const at = changedAtOf(newest);
  return at === UNKNOWN_CHANGE.at ? newest : isoInstant(Math.min(at, now) - OVERLAP_MS);
};

export interface WorkReplicaOptions {
  /** Return the number of shards in which work may be. */
  readonly shards: () => Promise<number>;
  readonly mostWork?: number;
  /** Milliseconds of this process. */
  readonly now?: () => number;
}

/**
 * The entries of the list of work in the memory of a process. The first page reads the keys of all open work; every
 * further one reads the changes since, because the places of work are in the order of their last change. Filters,
 * orders and counts are then computed in memory, so that any of them is exact.
 */
export class WorkReplica {
  readonly #reader: PositionReader;
  readonly #shards: () => Promise<number>;
  readonly #most: number;
  readonly #now: () => number;
  #replica: Replica | undefined;
  /** Reads one after the other: two at once would read the same. */
  #reading: Promise<unknown> = Promise.resolve();

  constructor(reader: PositionReader, { shards, mostWork = MOST_WORK, now = Date.now }: WorkReplicaOptions) {
    this.#reader = reader;
    this.#shards = shards;
    this.#most = mostWork;
    this.#now = now;
  }

  /** Return a page of work. @param departments the departments of the settings, for closed cases */
  page(departments: readonly string[], query: WorkQuery): Promise<WorkPage> {
    const page = this.#reading.then(() => this.#page(departments, query));
    this.#reading = page.catch(() => {});
    return page;
  }

  /** Apply a change of this process, which the index may not have yet. */
  learn<K extends Kind>(kind: K, state: Aggregates[K]): void {
    if (this.#replica === undefined || !isWorkKind(kind)) return;
    const entry = workOf(kind, state as Aggregates[typeof kind]);
    const pk = partitionOf(kind, state.id);
    apply(this.#replica, { pk, version: state.version, ...(entry && { entry }) });
  }

  async #page(departments: readonly string[], query: WorkQuery): Promise<WorkPage> {
    const replica = await this.#current();
    const { state, beside, now } = query;
    const isClosed = state !== 'active' && state !== 'resolved';
    const isBeside = state === 'active' && beside.length > 0;
    if (isClosed || isBeside)
      await this.#readClosed(replica, departments, isClosed ? 0 : now - ASIDE_SHOWN_MS);
    const entries: WorkEntry[] = [];
    for (const { entry } of replica.work.values()) if (entry) entries.push(entry);
    const page = selectWork(entries, query);
    return replica.isPartial ? { ...page, isPartial: true } : page;
  }

  /** Return the replica with all changes that the indexes have. */
  async #current(): Promise<Replica> {
    const before = this.#replica;
    const isOld = before === undefined || this.#now() - before.at >= KEPT_MS;
    const replica = isOld
      ? { at: this.#now(), work: new Map(), newest: new Map(), isPartial: false }
      : before;
    if (isOld) await this.#findEnd(replica);
    await this.#readChanges(replica);
    this.#replica = replica;
    return replica;
  }

  /** Work that ended before is in no open list: begin with the newest. Call it before the open lists are read. */
  async #findEnd({ newest }: Replica): Promise<void> {
    const [last] = await this.#reader.positions({
      ...{ index: 'due', partition: ENDED_WORK, order: 'descending', limit: 1 },
    });
    if (last) newest.set(ENDED_WORK, last.sort);
  }

  async #readChanges(replica: Replica): Promise<void> {
    const shards = await this.#shards();
    const sources: IndexPartition[] = [
      ...Array.from(
        { length: shards },
        (_, shard): IndexPartition => ({ index: 'list', partition: workPartition(shard) }),
      ),
      { index: 'assignee', partition: PROMISED_CALLS },
      { index: 'due', partition: ENDED_WORK },
    ];
    const most = Math.ceil(this.#most / sources.length);
    await Promise.all(
      sources.map(async (source) => {
        const newest = replica.newest.get(source.partition);
        const from = newest === undefined ? undefined : resumeAfter(newest, this.#now());
        const places = await allPositions(this.#reader, source, { above: from, most });
        if (places.length >= most) replica.isPartial = true;
        for (const place of places) apply(replica, changeAt(place));
        const last = places.at(-1);
        if (last && (newest === undefined || last.sort > newest))
          replica.newest.set(source.partition, last.sort);
      }),
    );
  }

  /** Read the closed cases since a time, once. Later ones are among the changes. */
  async #readClosed(replica: Replica, departments: readonly string[], since: number): Promise<void> {
    if (replica.closedSince !== undefined && replica.closedSince <= since) return;
    const most = Math.ceil(this.#most / Math.max(1, departments.length));
    const above = since === 0 ? undefined : isoInstant(since);
    const found = await Promise.all(
      departments.map((department) =>
        allPositions(this.#reader, { index: 'list', partition: donePartition(department) }, { above, most }),
      ),
    );
    for (const places of found) {
      if (places.length >= most) replica.isPartial = true;
      for (const place of places) {
        const entry = workAt(place);
        if (entry && !replica.work.has(place.pk)) replica.work.set(place.pk, { version: 0, entry });
      }
    }
    replica.closedSince = since;
  }
}

/** Apply a change, in any order and however often: the highest version of a piece of work counts. */
function apply({ work }: Replica, { pk, version, entry }: WorkChange): void {
  const held = work.get(pk);
  if (held !== undefined && held.version > version) return;
  work.set(pk, { version, ...(entry && { entry }) });
}
