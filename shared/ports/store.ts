import type { Actor, CallPurpose } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Draft } from '#shared/domain/cases/command.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Lines } from '#shared/domain/outreach/lines.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import type { Call, CallMark } from '#shared/domain/telephone/call.ts';

/** What the store keeps under a version: the head is the fold of the commits. */
export interface Aggregates {
  readonly case: Case;
  readonly call: Call;
  /** What is known of a beneficiary beyond their cases; most have no such record. */
  readonly person: Person;
  /** A member of staff: their absences. */
  readonly staff: StaffMember;
  /** What gathers for somebody to be told in one mail. */
  readonly digest: Digest;
  /** Somebody the centre is to call. */
  readonly 'call-out': CallOut;
  /** The lines that calls out occupy. */
  readonly lines: Lines;
}
export type Kind = keyof Aggregates;
export type Aggregate = Aggregates[Kind];

/** The changed fields of a head after a commit; a field that went away is null. */
export type Patch = Readonly<Record<string, unknown>>;

/**
 * One thing that was done, whole: the timeline entry, the outbox of its events and the proof that
 * its cause was already dealt with.
 */
export interface Commit {
  readonly kind: Kind;
  readonly id: string;
  readonly version: number;
  /** Id of what caused it; the same cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  /** When it happened and when Rida wrote it down, epoch milliseconds. */
  readonly at: number;
  readonly recordedAt: number;
  /** The mail or contact that began it all, and what led here directly. */
  readonly correlationId: string;
  readonly causationId: string;
  readonly events: readonly Draft[];
  readonly patch: Patch;
}

/** What a writer asks for: the head it read (or none) and the head it wants. */
export interface Change<K extends Kind = Kind> extends Omit<Commit, 'version' | 'patch' | 'kind'> {
  readonly kind: K;
  readonly before: Aggregates[K] | undefined;
  readonly after: Aggregates[K];
}

/**
 * `duplicate`: this cause was committed before, nothing changed. `conflict`: somebody else committed
 * since the head was read; read again and decide again.
 */
export type CommitOutcome<K extends Kind = Kind> =
  | { readonly outcome: 'committed' | 'duplicate'; readonly state: Aggregates[K] }
  | { readonly outcome: 'conflict' };

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** A case of a beneficiary, by what the index alone tells. */
export interface CaseEntry {
  readonly id: string;
  readonly openedAt: number;
}

/** Which calls are asked for: those that began at or after `from` and before `until`. */
export interface CallSpan {
  readonly from: number;
  readonly until: number;
  readonly only?: CallMark;
}

export type QueueState = 'active' | 'resolved' | 'closed';

export type CallOutListing = 'live' | 'finished';

export interface DueEntry {
  readonly kind: Exclude<Kind, 'person' | 'lines'>;
  readonly id: string;
  readonly dueAt: number;
}

/** A closed case, by what the index alone tells. */
export interface ClosedEntry {
  readonly id: string;
  readonly closedAt: number;
}

/** A side effect that left the system: a mail that went out. */
export interface Effect {
  readonly id: string;
  readonly at: number;
  readonly what: string;
  readonly to: string;
  /** The identity the receiver sees: Message-ID or ClientToken. */
  readonly token: string;
  /** The provider's own id of it, when it gave one. */
  readonly providerId?: string;
  /** Why it was not sent after all: the address takes no mail of ours. */
  readonly withheld?: 'suppressed';
}

/** Cases and calls, kept. Every method may throw when the store is out of reach; nothing is half-done. */
export interface Store {
  /**
   * The head, or undefined. With `atLeast`, never older than that version, but perhaps not the newest:
   * what a consumer of an event asks for, at half the price. 0 asks for what is at hand.
   */
  load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined>;
  commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>>;
  /** Every commit of a case or call, oldest first. */
  timeline(kind: Kind, id: string): Promise<readonly Commit[]>;
  /** The cases of a beneficiary, newest first. */
  ofBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<Case>>;
  /** The same, without reading a case. */
  entriesOfBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<CaseEntry>>;
  /**
   * A department's cases in a state: the active by due time, the most pressing first and those that
   * nothing is due of last; the resolved in the reverse order; the closed by their closing, the latest
   * first.
   */
  queue(department: string, state: QueueState, page: PageRequest): Promise<Page<Case>>;
  /** Calls that began within a span, newest first. */
  calls(span: CallSpan, page: PageRequest): Promise<Page<Call>>;
  /** The calls about a case whose end was announced, newest first. */
  callsAbout(caseRef: string, page: PageRequest): Promise<Page<Call>>;
  /** The cases at work in a shard, by due time: what new settings, absences and previews go through. */
  live(shard: number, page: PageRequest): Promise<Page<Case>>;
  /** The calls out of a purpose: those that wait or go on by their next timer, those that ended the latest first. */
  callsOut(purpose: CallPurpose, state: CallOutListing, page: PageRequest): Promise<Page<CallOut>>;
  /** The calls out to a beneficiary, newest first. */
  callsOutTo(beneficiaryId: string, page: PageRequest): Promise<Page<CallOut>>;
  /** A department's cases closed before an instant and not erased, the oldest first. */
  closedBefore(department: string, before: number, page: PageRequest): Promise<Page<ClosedEntry>>;
  /** What came due in a shard at or before an instant, earliest first. Identity and time only. */
  due(shard: number, until: number, page: PageRequest): Promise<Page<DueEntry>>;
  /** The effects of a case or another head, oldest first. */
  effects(kind: Kind, id: string): Promise<readonly Effect[]>;
  effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined>;
  /** Records an effect once; false when it was recorded before. */
  recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean>;
  /**
   * Rewrites every commit as `clean` answers it, and blanks to whom effects went: how personal data
   * leaves the past. Identity, order, causes and events stay. May be repeated; nothing is told anew.
   */
  scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void>;
}
