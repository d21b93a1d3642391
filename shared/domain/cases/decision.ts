import type { DataOf, EventType } from '#events/registry.ts';
import type { CaseStatus } from '#events/vocabulary.ts';
import type { Case } from './case.ts';

/** An event without its envelope. */
export type EventDraft = { [T in EventType]: { readonly type: T; readonly data: DataOf<T> } }[EventType];

/**
 * Why a command is rejected: a stable code for pages and tests, with the attempted status change where it
 * matters.
 */
export interface Rejection {
  readonly rejected:
    | 'already-open'
    | 'no-such-case'
    | 'illegal-status'
    | 'not-active'
    | 'too-late-to-reopen'
    | 'not-set-aside'
    | 'needs-supervisor'
    | 'not-permitted'
    | 'no-invitation'
    | 'already-answered'
    | 'already-assigned'
    | 'empty'
    | 'nothing-changed'
    | 'unknown-category'
    | 'unknown-department'
    | 'unknown-district'
    | 'unknown-service'
    | 'same-case'
    | 'is-merged'
    | 'not-merged'
    | 'already-linked'
    | 'linked-otherwise'
    | 'not-linked'
    | 'already-watching'
    | 'not-watching'
    | 'in-the-past'
    | 'too-far-ahead'
    | 'no-promise'
    | 'no-such-request'
    | 'no-time-asked'
    | 'not-later'
    | 'passed-before'
    | 'no-such-holding'
    | 'not-data-request'
    | 'extended-before'
    | 'period-over'
    | 'not-told'
    | 'not-investor'
    | 'has-plan'
    | 'no-plan'
    | 'no-such-procedure'
    | 'no-such-obstacle'
    | 'open-procedures'
    | 'already-sent'
    | 'too-many'
    | 'erased';
  readonly from?: CaseStatus;
  readonly to?: CaseStatus;
}

export type Decision = { readonly case: Case; readonly events: readonly EventDraft[] } | Rejection;

export const isRejection = (decision: Decision | Rejection): decision is Rejection => 'rejected' in decision;
