import type {
  Actor,
  CaseStatus,
  CaseType,
  Channel,
  ClosingReason,
  Language,
  Priority,
  Relation,
  Segment,
} from '#events/vocabulary.ts';
import type { Reference } from './reference.ts';

/** Somebody who turns to the centre, as far as this case knows them. */
export interface Beneficiary {
  /** Pseudonymous: derived from the address or number, safe in events and keys. */
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  /** Whether the mail address proved to be theirs (DMARC); a caller's number never proves anything. */
  readonly authenticated: boolean;
  /** Set once the mail address refused our mail for good, or its owner complained of it: nothing more is sent. */
  readonly failing?: true;
}

/**
 * What the service-level clocks need to know, in the order in which it was recorded. Contacts and answers
 * are dated by when they happened; changes of status never go back in time.
 */
export type ClockFact =
  | { readonly at: number; readonly type: 'opened' }
  | { readonly at: number; readonly type: 'beneficiary-contact' | 'agent-contact' | 'reopened' }
  | { readonly at: number; readonly type: 'status'; readonly status: CaseStatus }
  /** Classification, priority or the settings changed: deadlines are judged anew from their starts. */
  | { readonly at: number; readonly type: 'terms' }
  | { readonly at: number; readonly type: 'promised'; readonly dueAt: number }
  | { readonly at: number; readonly type: 'promise-withdrawn' }
  | { readonly at: number; readonly type: 'asked'; readonly request: string; readonly dueAt?: number }
  | { readonly at: number; readonly type: 'answered' | 'request-withdrawn'; readonly request: string }
  | {
      readonly at: number;
      readonly type: 'absorbed';
      readonly source: string;
      /** Working milliseconds the merged case's clocks still had. */
      readonly remaining: { readonly firstResponse?: number; readonly resolution?: number };
    }
  | { readonly at: number; readonly type: 'released'; readonly source: string };

export interface Resolution {
  readonly at: number;
  readonly by: Actor;
  /** What was done, in the agent's words to the beneficiary. */
  readonly outcome: string;
}

/** "We will call you by Thursday noon": the promise that is open. */
export interface FollowUpPromise {
  readonly at: number;
  readonly dueAt: number;
  readonly by: Actor;
}

/** What a department was asked for this case; at its end when it was answered or withdrawn. */
export interface DepartmentRequest {
  /** `r1`, `r2` …, unique in the case. */
  readonly id: string;
  readonly department: string;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly by: Actor;
  /** The question's message; absent when the case itself is the question. */
  readonly message?: string;
  readonly ended?: {
    readonly at: number;
    readonly how: 'answered' | 'withdrawn';
    readonly by: Actor;
    /** The answer's message. */
    readonly message?: string;
  };
}

/** Another case that has to do with this one. */
export interface CaseLink {
  readonly to: string;
  readonly as: Relation;
  readonly at: number;
}

/** The survey of the newest resolution. */
export type Survey =
  | { readonly state: 'planned'; readonly at: number }
  | { readonly state: 'suppressed'; readonly reason: string }
  | {
      readonly state: 'invited';
      readonly invitation: string;
      readonly at: number;
      readonly expiresAt: number;
    }
  | {
      readonly state: 'answered';
      readonly invitation: string;
      readonly at: number;
      readonly score: number;
      readonly finished: boolean;
      readonly comment?: string;
      readonly language: Language;
    };

/**
 * A case as it stands. It is the fold of its commits; `version` counts them and `causes` names the
 * newest in the store's own short form, so that two writers and two deliveries are both noticed.
 */
export interface Case {
  readonly id: Reference;
  readonly version: number;
  readonly causes: readonly string[];
  readonly type: CaseType;
  readonly category: string;
  readonly department: string;
  readonly subject: string;
  readonly beneficiary: Beneficiary;
  readonly segment: Segment;
  readonly channel: Channel;
  readonly language: Language;
  readonly priority: Priority;
  readonly status: CaseStatus;
  readonly assignee?: string;
  readonly openedAt: number;
  readonly generation: number;
  readonly facts: readonly ClockFact[];
  /** Tiers of the escalation ladder that have acted. */
  readonly fired: readonly string[];
  readonly level: number;
  /** Message-ID of the beneficiary's newest mail: what an answer refers to. */
  readonly lastMessageId?: string;
  readonly resolution?: Resolution;
  readonly closing?: { readonly at: number; readonly reason: ClosingReason; readonly duplicateOf?: string };
  readonly survey?: Survey;
  readonly related?: string;
  /** Why the mail that opened this case could not be read. */
  readonly quarantine?: string;
  /** The machine that wrote, when the first message was automatic. */
  readonly automatic?: string;
  /** Members of staff, by user name, who want to hear what happens. */
  readonly watchers?: readonly string[];
  readonly promise?: FollowUpPromise;
  readonly requests?: readonly DepartmentRequest[];
  readonly links?: readonly CaseLink[];
  /** Set while the case is merged into another; what it was like before, for the way back. */
  readonly merged?: { readonly into: string; readonly at: number; readonly status: CaseStatus };
  /** Nothing personal is left; what remains is counted. */
  readonly erased?: { readonly at: number; readonly because: 'request' | 'age' };
  /** How often on a day somebody on the telephone could not say whose it is. */
  readonly failedChecks?: { readonly day: string; readonly count: number };
  /** When the sweep must look at this case next; absent when nothing can come due. */
  readonly nextDueAt?: number;
}

export const isActive = (status: CaseStatus): boolean => status !== 'resolved' && status !== 'closed';
