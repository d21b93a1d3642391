import type { RatingSource, TaskKind, TaskOutcome } from '#events/task-vocabulary.ts';
import type { Actor } from '#events/vocabulary.ts';
import type { EventDraft } from '../cases/decision.ts';
import type { Check } from './check.ts';

/** A dissatisfied answer, and how far its recovery is. */
export interface LowAnswer {
  /** The answer, from `answerAbout`. */
  readonly about: string;
  /** The version of the aggregate that published the newest value. A value of an older version is not newer. */
  readonly seen: number;
  readonly state: 'open' | 'ended' | 'corrected';
  readonly source: RatingSource;
  /** When the person answered first. */
  readonly at: number;
  readonly dueAt: number;
  readonly score?: number;
  readonly finished?: boolean;
  /** Reference of the case that it is about. */
  readonly case?: string;
  readonly call?: string;
  readonly callOut?: string;
  readonly department?: string;
  readonly service?: string;
}

/** An attempt that did not reach the person. */
interface FailedAttempt {
  readonly at: number;
  readonly by: Actor;
}

/** The recovery of one person: all dissatisfied answers of the person are one task. */
export interface Recovery {
  readonly answers: readonly LowAnswer[];
  readonly attempts: readonly FailedAttempt[];
  /** E.164, when no case has it: a caller rated a call that is about no case. Erased with the person. */
  readonly phone?: string;
}

interface TaskEnd {
  readonly at: number;
  readonly by: Actor;
  readonly outcome: TaskOutcome;
}

/** Work of a member of staff beside cases: it has an owner, a due time and a recorded outcome. */
export interface Task {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly kind: TaskKind;
  readonly openedAt: number;
  readonly dueAt: number;
  /** User name. Missing while it has no owner. */
  readonly owner?: string;
  readonly ended?: TaskEnd;
  readonly recovery?: Recovery;
  readonly check?: Check;
}

export interface TaskStep {
  readonly state: Task;
  readonly events: readonly EventDraft[];
}

/** Name a dissatisfied answer. */
export const answerAbout = {
  case: (reference: string, invitation: string): string => `case:${reference}:${invitation}`,
  /** An answer after the time for corrections. Each is stored beside the first. */
  later: (reference: string, invitation: string, version: number): string =>
    `case:${reference}:${invitation}:${version}`,
  call: (contactId: string): string => `call:${contactId}`,
  callOut: (id: string): string => `call-out:${id}`,
} as const;

/** Return the id of the recovery of a person, or of a caller without a known number. */
export const recoveryId = {
  person: (beneficiaryId: string): string => `recovery-${beneficiaryId}`,
  call: (contactId: string): string => `recovery-call-${contactId}`,
} as const;

/** Return the id of a check: its place in the draw of a week, so that a repeated draw opens no second one. */
export const checkId = (kind: TaskKind, week: string, rank: number): string => `${kind}-${week}-${rank}`;

/** The answers of a recovery that still wait. */
export const openAnswers = ({ recovery }: Task): readonly LowAnswer[] =>
  (recovery?.answers ?? []).filter(({ state }) => state === 'open');
