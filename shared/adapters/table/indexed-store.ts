import type { TaskKind } from '#events/task-vocabulary.ts';
import type { CallPurpose } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { WaitingCase } from '#shared/domain/cases/waiting.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import type { WorkPage, WorkQuery } from '#shared/domain/work-list/work-query.ts';
import type {
  Aggregates,
  CallOutListing,
  CallSpan,
  CaseEntry,
  CasesAt,
  ClosedEntry,
  DueEntry,
  Kind,
  Listings,
  Page,
  PageRequest,
  QueueState,
} from '#shared/ports/store.ts';
import { assignedTo, firstWaiting, nextWaiting } from './assignee-listing.ts';
import { callsAbout, callsIn } from './call-listing.ts';
import { callsOutOf, callsOutToOf } from './call-out-listing.ts';
import {
  casesAtOf,
  casesOf,
  closedBeforeOf,
  closedQueueOf,
  dueOf,
  entriesOf,
  type IndexReader,
  liveOf,
} from './listing.ts';
import { openQueueOf } from './open-queue.ts';
import { tasksOfKind } from './task-listing.ts';
import { WorkReplica } from './work-replica.ts';

/** Listings of a store with the indexes of the table. A subclass provides the reader. */
export abstract class IndexedStore implements Listings {
  readonly #index: IndexReader;
  readonly #dueShards: () => Promise<number>;
  readonly #work: WorkReplica;

  /** `dueShards`: returns the number of shards in which live entries may be. */
  constructor(index: IndexReader, dueShards: () => Promise<number>) {
    this.#index = index;
    this.#dueShards = dueShards;
    this.#work = new WorkReplica(index, { shards: dueShards });
  }

  /** Apply a committed state to the list of work that this process has read. */
  protected learn<K extends Kind>(kind: K, state: Aggregates[K]): void {
    this.#work.learn(kind, state);
  }

  dueShards(): Promise<number> {
    return this.#dueShards();
  }

  ofBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<Case>> {
    return casesOf(this.#index, beneficiaryId, page);
  }

  entriesOfBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<CaseEntry>> {
    return entriesOf(this.#index, beneficiaryId, page);
  }

  async queue(department: string, state: QueueState, page: PageRequest): Promise<Page<Case>> {
    if (state === 'closed') return closedQueueOf(this.#index, department, page);
    return openQueueOf(this.#index, await this.#dueShards(), { department, state }, page);
  }

  casesAt(asked: CasesAt, limit: number): Promise<readonly Case[]> {
    return casesAtOf(this.#index, asked, limit);
  }

  work(departments: readonly string[], query: WorkQuery): Promise<WorkPage> {
    return this.#work.page(departments, query);
  }

  assignedTo(user: string, page: PageRequest): Promise<Page<Case>> {
    return assignedTo(this.#index, user, page);
  }

  firstWaiting(department: string): Promise<readonly WaitingCase[]> {
    return firstWaiting(this.#index, department);
  }

  nextWaiting(after: WaitingCase): Promise<WaitingCase | undefined> {
    return nextWaiting(this.#index, after);
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

  async callsOut(purpose: CallPurpose, state: CallOutListing, page: PageRequest): Promise<Page<CallOut>> {
    const shards = state === 'finished' ? 0 : await this.#dueShards();
    return callsOutOf(this.#index, shards, purpose, state, page);
  }

  callsOutTo(beneficiaryId: string, page: PageRequest): Promise<Page<CallOut>> {
    return callsOutToOf(this.#index, beneficiaryId, page);
  }

  closedBefore(department: string, before: number, page: PageRequest): Promise<Page<ClosedEntry>> {
    return closedBeforeOf(this.#index, department, before, page);
  }

  tasksOf(kind: TaskKind, page: PageRequest): Promise<Page<Task>> {
    return tasksOfKind(this.#index, kind, page);
  }

  due(shard: number, until: number, page: PageRequest): Promise<Page<DueEntry>> {
    return dueOf(this.#index, shard, until, page);
  }
}
