import type { Actor } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Frame } from '#shared/domain/outreach/frame.ts';
import type { OutboundLines } from '#shared/domain/outreach/outbound-lines.ts';
import type { Replicate } from '#shared/domain/outreach/week/replicate.ts';
import type { EvaluationWeek } from '#shared/domain/outreach/week/week.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Call } from '#shared/domain/telephone/call.ts';

/** The aggregates in the store. The state of each is computed from its commits. */
export interface Aggregates {
  readonly case: Case;
  readonly call: Call;
  /** Data of a beneficiary beyond their cases. Most beneficiaries have none. */
  readonly person: Person;
  /** Absences of a member of staff. */
  readonly staff: StaffMember;
  /** Notices for one reader, sent in one mail. */
  readonly digest: Digest;
  /** An outgoing call. */
  readonly 'call-out': CallOut;
  /** The occupied outgoing lines. */
  readonly lines: OutboundLines;
  /** A week of the evaluation programme. */
  readonly week: EvaluationWeek;
  /** The calls of a week that are released together. */
  readonly replicate: Replicate;
  /** The lists from which weeks are drawn. */
  readonly frame: Frame;
  /** Work of a member of staff beside cases. */
  readonly task: Task;
}
export type Kind = keyof Aggregates;
export type Aggregate = Aggregates[Kind];

/** The changed fields of a state after a commit. A removed field is null. */
export type Patch = Readonly<Record<string, unknown>>;

/**
 * One complete change: the timeline entry, the outbox of its events, and the proof that its cause was
 * processed.
 */
export interface Commit {
  readonly kind: Kind;
  readonly id: string;
  readonly version: number;
  /** Id of the cause. One cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  /** When it happened and when Rida recorded it, epoch milliseconds. */
  readonly at: number;
  readonly recordedAt: number;
  /** The mail or contact at the start of the chain, and the direct cause. */
  readonly correlationId: string;
  readonly causationId: string;
  readonly events: readonly EventDraft[];
  readonly patch: Patch;
}

/** The place of a commit. `kind` is a text, because another release may have written the commit. */
export interface CommitPlace extends Pick<Commit, 'id' | 'version'> {
  readonly kind: string;
}

/** A record of the table's stream: a commit at its place, or the reason why it cannot be read. */
export type CommitRecord =
  | { readonly place: CommitPlace; readonly commit: Commit }
  | { readonly place: CommitPlace; readonly unreadable: unknown };

/** A requested commit: the loaded state (or undefined) and the new state. */
export interface Change<K extends Kind = Kind> extends Omit<Commit, 'version' | 'patch' | 'kind'> {
  readonly kind: K;
  readonly before: Aggregates[K] | undefined;
  readonly after: Aggregates[K];
}

/**
 * `duplicate`: this cause was already committed, nothing changed. `conflict`: another writer committed since
 * the state was loaded; load and decide again.
 */
export type CommitOutcome<K extends Kind = Kind> =
  | { readonly outcome: 'committed' | 'duplicate'; readonly state: Aggregates[K] }
  | { readonly outcome: 'conflict' };
