import type { DataOf, EventType } from '#events/registry.ts';
import type {
  Actor,
  CaseStatus,
  CaseType,
  Channel,
  ClosingReason,
  Language,
  Priority,
  Segment,
} from '#events/vocabulary.ts';
import type { Beneficiary, Case } from './case.ts';
import type { Reference } from './reference.ts';

/** What somebody, or the clock, wants of a case. */
export type Command =
  | {
      readonly do: 'open';
      readonly id: Reference;
      readonly type: CaseType;
      readonly category: string;
      readonly department: string;
      readonly subject: string;
      readonly beneficiary: Beneficiary;
      readonly segment: Segment;
      readonly channel: Channel;
      readonly language: Language;
      readonly priority: Priority;
      readonly related?: string;
      readonly automatic?: string;
      readonly lastMessageId?: string;
      readonly quarantine?: { readonly reason: string; readonly rawKey: string };
    }
  | {
      readonly do: 'receive';
      readonly channel: Channel;
      readonly automatic?: string;
      readonly lastMessageId?: string;
    }
  | { readonly do: 'reply'; readonly by: Actor; readonly thenStatus?: CaseStatus }
  | { readonly do: 'note'; readonly by: Actor }
  | { readonly do: 'assign'; readonly to: string; readonly by: Actor }
  | { readonly do: 'set-status'; readonly to: CaseStatus; readonly by: Actor }
  | { readonly do: 'resolve'; readonly outcome: string; readonly by: Actor }
  | { readonly do: 'reopen'; readonly by: Actor }
  | {
      readonly do: 'close';
      readonly reason: ClosingReason;
      readonly by: Actor;
      readonly duplicateOf?: string;
    }
  | {
      readonly do: 'answer-survey';
      readonly invitation: string;
      readonly score: number;
      readonly finished: boolean;
      readonly comment?: string;
      readonly language: Language;
    }
  | { readonly do: 'tick' };

/** One event before it has an envelope. */
export type Draft = { [T in EventType]: { readonly type: T; readonly data: DataOf<T> } }[EventType];

/** Why a command is refused: a stable code for pages and tests, and where it matters what was tried. */
export interface Rejection {
  readonly rejected:
    | 'already-open'
    | 'no-such-case'
    | 'illegal-status'
    | 'not-active'
    | 'not-resolved'
    | 'too-late-to-reopen'
    | 'no-invitation'
    | 'already-answered'
    | 'already-assigned'
    | 'empty';
  readonly from?: CaseStatus;
  readonly to?: CaseStatus;
}

export type Decision = { readonly case: Case; readonly events: readonly Draft[] } | Rejection;

export const isRejection = (decision: Decision | Rejection): decision is Rejection => 'rejected' in decision;
