import type { TaskKind } from '#events/task-vocabulary.ts';
import type { CallPurpose, Notice } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { WaitingCase } from '#shared/domain/cases/waiting.ts';
import type { DeliveryWait } from '#shared/domain/mail/delivery-wait.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Absence } from '#shared/domain/staff/staff-member.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Call, CallMark } from '#shared/domain/telephone/call.ts';
import type { WorkPage, WorkQuery } from '#shared/domain/work-list/work-query.ts';
import type { Aggregates, Change, Commit, CommitOutcome, CommitPlace, Kind } from './commits.ts';

export type {
  Aggregate,
  Aggregates,
  Change,
  Commit,
  CommitOutcome,
  CommitPlace,
  CommitRecord,
  Kind,
  Patch,
} from './commits.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque. Missing on the last page. */
  readonly cursor?: string;
}
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** A case of a beneficiary, with the fields of the index only. */
export interface CaseEntry {
  readonly id: string;
  readonly openedAt: number;
}

/** The cases of a category in a district, opened at or after an instant. */
export interface CasesAt {
  readonly district: string;
  readonly category: string;
  readonly from: number;
}

/** A range of calls: started at or after `from` and before `until`. */
export interface CallSpan {
  readonly from: number;
  readonly until: number;
  readonly only?: CallMark;
}

export type QueueState = 'active' | 'resolved' | 'closed';

export type CallOutListing = 'live' | 'finished';

/** The kinds without a timer. */
const UNTIMED = ['person', 'lines', 'week', 'replicate', 'frame', 'task'] as const satisfies readonly Kind[];
type Untimed = (typeof UNTIMED)[number];

export const isUntimed = (kind: Kind): kind is Untimed => (UNTIMED as readonly Kind[]).includes(kind);

export interface DueEntry {
  readonly kind: Exclude<Kind, Untimed>;
  readonly id: string;
  readonly dueAt: number;
}

/** A closed case, with the fields of the index only. */
export interface ClosedEntry {
  readonly id: string;
  readonly closedAt: number;
}

/** A completed side effect, such as a sent mail. */
export interface Effect {
  readonly id: string;
  readonly at: number;
  readonly what: string;
  readonly to: string;
  /** How many others got the same mail. */
  readonly copies?: number;
  /** The identity that the receiver sees: Message-ID or ClientToken. */
  readonly token: string;
  /** The provider's own id, if it gave one. */
  readonly providerId?: string;
  /** Why the mail was not sent: the address permanently rejects mail. */
  readonly withheld?: 'suppressed';
  /** The mail is not delivered yet. The effect is replaced by that of the next try. */
  readonly waits?: DeliveryWait;
}

/** Effects at or after `from` and before `until`. */
export interface EffectSpan {
  readonly from?: number;
  readonly until?: number;
  readonly limit: number;
}

/** A notice to staff, and the effect at its case that proves that it was collected. */
export interface CollectedNotice {
  readonly notice: Notice;
  readonly effect: Effect;
}

/** A notice that waits for the next mail to its reader, and when it was collected. */
export interface WaitingNotice {
  readonly notice: Notice;
  readonly at: number;
}

/** The notices that wait for their readers' digests, each an item of its own. */
interface NoticeStore {
  /** Store notices for a reader, each once and with its effect. Return those that are new. */
  collectNotices(reader: string, notices: readonly CollectedNotice[]): Promise<readonly Notice[]>;
  /** Return the waiting notices of a reader, oldest first. */
  waitingNotices(reader: string, limit: number): Promise<readonly WaitingNotice[]>;
  /** Remove notices that were sent. */
  removeNotices(reader: string, notices: readonly WaitingNotice[]): Promise<void>;
}

/** The state of a member of staff by which they can take cases or not. */
export interface Workload {
  /** Number of active cases that are counted for them. */
  readonly count: number;
  readonly absence?: Absence;
  /** They are not in the settings any more. */
  readonly removed?: true;
}

/** A case that is counted for a member of staff, and since when. */
export interface CountedCase {
  readonly id: string;
  readonly at: number;
}

/**
 * The workload of staff: a counter for each, and an item for each case that is counted. The two change in one
 * transaction, so that a case is counted once, however often an event is delivered.
 */
interface WorkloadStore {
  /** Return the workloads of members of staff in one batch. A counter may lag behind for a moment. */
  workloads(users: readonly string[]): Promise<ReadonlyMap<string, Workload>>;
  /** Return whether a case is counted for a member of staff. */
  isCounted(user: string, caseId: string): Promise<boolean>;
  /**
   * Count a case for a member of staff. `already`: it is counted. `full`: `most` cases are counted already, and
   * this one is not.
   */
  countCase(user: string, counted: CountedCase, most?: number): Promise<'counted' | 'already' | 'full'>;
  /** Count a case no longer for a member of staff. Return false when it was not counted. */
  discountCase(user: string, caseId: string): Promise<boolean>;
  /** Return the cases that are counted for a member of staff, by reference. */
  countedCases(user: string, page: PageRequest): Promise<Page<CountedCase>>;
  /** Replace a counter that is `from` by `to`. Return false when it has changed. */
  correctCount(user: string, from: number, to: number): Promise<boolean>;
}

/** The lists of aggregates, one page at a time. */
export interface Listings {
  /** Return the cases of a beneficiary, newest first. */
  ofBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<Case>>;
  /** Return the entries of these cases without loading a case. */
  entriesOfBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<CaseEntry>>;
  /**
   * Return a department's cases in a state. Active cases are ordered by due time, the earliest first, and
   * those without one last. Resolved cases have the reverse order. Closed cases are ordered by closing time,
   * the latest first.
   */
  queue(department: string, state: QueueState, page: PageRequest): Promise<Page<Case>>;
  /** Return the cases of a category in a district since an instant, the newest first. */
  casesAt(asked: CasesAt, limit: number): Promise<readonly Case[]>;
  /**
   * Return a page of the work of all departments, with the counts of all of it. It is answered from an index of
   * everything that a list filters and sorts by.
   */
  work(departments: readonly string[], query: WorkQuery): Promise<WorkPage>;
  /** Return the active cases of a member of staff: the most urgent first, then the oldest. */
  assignedTo(user: string, page: PageRequest): Promise<Page<Case>>;
  /**
   * Return, for each category and language of which cases wait for an assignee in a department, the first of
   * them. Reads do not grow with the number of waiting cases.
   */
  firstWaiting(department: string): Promise<readonly WaitingCase[]>;
  /** Return the waiting case of the same department, category and language after a case. */
  nextWaiting(after: WaitingCase): Promise<WaitingCase | undefined>;
  /** Return the calls that began within a range, newest first. */
  calls(span: CallSpan, page: PageRequest): Promise<Page<Call>>;
  /** Return the calls about a case whose end was published, newest first. */
  callsAbout(caseRef: string, page: PageRequest): Promise<Page<Call>>;
  /**
   * Return the number of shards in which live entries may be: the highest number that a writer of the table
   * has used.
   */
  dueShards(): Promise<number>;
  /** Return the active cases in a shard, by due time. Used by new settings and previews. */
  live(shard: number, page: PageRequest): Promise<Page<Case>>;
  /**
   * Return the outgoing calls of a purpose: live ones by their next timer, finished ones with the latest
   * first.
   */
  callsOut(purpose: CallPurpose, state: CallOutListing, page: PageRequest): Promise<Page<CallOut>>;
  /** Return the outgoing calls to a beneficiary, newest first. */
  callsOutTo(beneficiaryId: string, page: PageRequest): Promise<Page<CallOut>>;
  /** Return the tasks of a kind, the latest opened first. */
  tasksOf(kind: TaskKind, page: PageRequest): Promise<Page<Task>>;
  /** Return a department's cases that were closed before an instant and are not erased, oldest first. */
  closedBefore(department: string, before: number, page: PageRequest): Promise<Page<ClosedEntry>>;
  /**
   * Return the entries in a shard that were due at or before an instant, earliest first. Identity and time
   * only.
   */
  due(shard: number, until: number, page: PageRequest): Promise<Page<DueEntry>>;
}

/** The store of all aggregates. Every method may throw when the store is unavailable. No write is partial. */
export interface Store extends Listings, NoticeStore, WorkloadStore {
  /**
   * Load the state, or return undefined. With `atLeast` the result is at least that version, but perhaps not
   * the newest. It is for consumers of an event, at half the price. 0 accepts any version.
   */
  load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined>;
  commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>>;
  /**
   * Return true when a cause was committed that the state no longer lists. One read by key, however many
   * commits there are.
   */
  hasCommitted(kind: Kind, id: string, cause: string): Promise<boolean>;
  /**
   * Return the commit at a place, or undefined when there is none. Throw `damaged` when it cannot be read.
   */
  commitAt(place: CommitPlace): Promise<Commit | undefined>;
  /** Return every commit of an aggregate, oldest first. */
  timeline(kind: Kind, id: string): Promise<readonly Commit[]>;
  /** Return commits of an aggregate, the newest first, and only those before a version. */
  newestCommits(
    kind: Kind,
    id: string,
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly Commit[]>;
  /** Return effects of a case within a time, the newest first. */
  newestEffects(caseId: string, span: EffectSpan): Promise<readonly Effect[]>;
  /** Return the effects of an aggregate, oldest first. */
  effects(kind: Kind, id: string): Promise<readonly Effect[]>;
  effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined>;
  /**
   * Store an effect once. Return false when it is already stored. An effect that waits for its delivery is
   * replaced.
   */
  recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean>;
  /**
   * Rewrite every commit with the result of `clean`, and blank the recipients of effects. It removes personal
   * data from the past. Identity, order, causes and events stay, and nothing is published again. May be
   * repeated.
   */
  scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void>;
}
