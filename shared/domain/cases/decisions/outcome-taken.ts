import type { DataOf } from '#events/registry.ts';
import { due } from '#shared/domain/sla/working-time.ts';
import { type Case, isActive } from '../case.ts';
import { isAnswered, questionOf } from '../confirmation.ts';
import type { Deciding } from '../context.ts';
import type { EventDraft } from '../decision.ts';
import type { ConfirmationAnswer } from '../resolution.ts';
import { type CaseStep, openingOf, through, unchanged } from './case-step.ts';
import { mayReopen } from './change-status.ts';
import { withdrawRequests } from './department.ts';
import { dropPromise, promised } from './promise.ts';
import { reopened } from './status-moves.ts';

/** The answer of a beneficiary about a resolution. */
export interface Said extends Pick<ConfirmationAnswer, 'mode' | 'comment' | 'unproven'> {
  readonly finished: boolean;
  /** Why the case reopens when it is not finished. */
  readonly because: 'contested' | 'survey';
}

type Judging = Pick<Deciding, 'now' | 'rules'>;

/** Close a case that its beneficiary says is finished. A case that closed by itself is confirmed afterwards. */
function finishedCase(state: Case, { now }: Judging): CaseStep {
  if (state.status === 'closed')
    return unchanged(
      state.closing?.reason === 'no-answer'
        ? { ...state, closing: { ...state.closing, reason: 'finished' } }
        : state,
    );
  return through(
    state,
    (one) => dropPromise(one, 'beneficiary', now),
    (one) => withdrawRequests(one, 'beneficiary', now),
    (one) => ({
      case: {
        ...one,
        status: 'closed',
        closing: { at: now, reason: 'finished' },
        // A corrected contest closes a case that was reopened: the clocks end with it.
        ...(isActive(one.status) && { facts: [...one.facts, { at: now, type: 'status', status: 'closed' }] }),
      },
      events: [
        { type: 'rida.case.closed.v1', data: { by: 'beneficiary', reason: 'finished', ...openingOf(one) } },
      ],
    }),
  );
}

/** Reopen a contested case, with the same owner, and promise a contact within the short time of the settings. */
function contestedCase(state: Case, because: Said['because'], context: Judging): CaseStep {
  const { now, rules } = context;
  if (isActive(state.status)) return unchanged(state);
  // The time for an answer to a survey is that of its invitation.
  if (because === 'contested' && !mayReopen(state, context)) return unchanged(state);
  const dueAt = due(rules.desk.calendar, now, rules.desk.contestedWithinMs);
  return through(
    state,
    (one) => reopened(one, 'beneficiary', because, now),
    (one) => promised(one, dueAt, 'rida', now),
  );
}

/** Return the event of an answer. */
export function outcomeSaid(
  { department, type }: Case,
  { question, finished, mode, comment, unproven }: Said & { readonly question: string },
  how: Pick<DataOf<'rida.outcome.answered.v1'>, 'corrected' | 'later'> = {},
): EventDraft {
  const said = { question, mode, finished, hasComment: comment !== undefined, ...(unproven && { unproven }) };
  return { type: 'rida.outcome.answered.v1', data: { ...said, ...how, department, type } };
}

/** Store what the beneficiary said, and close or reopen the case by it. */
export function outcomeTaken(state: Case, said: Said, context: Judging): CaseStep {
  const { finished, mode, comment, unproven, because } = said;
  const { confirmation: before, resolution } = state;
  const earlier = isAnswered(before) ? before : undefined;
  const was = earlier?.was ?? resolution;
  const question = earlier?.question ?? questionOf(state);
  const answer: ConfirmationAnswer = {
    ...{ state: finished ? 'confirmed' : 'contested', question, mode },
    at: earlier?.at ?? context.now,
    ...(earlier && { changes: (earlier.changes ?? 0) + 1 }),
    ...(unproven && { unproven }),
    ...(comment !== undefined && { comment }),
    ...(!finished && was && { was }),
  };
  const event = outcomeSaid(state, { ...said, question }, earlier && { corrected: true });
  const answered: Case = { ...state, ...(finished && was && { resolution: was }), confirmation: answer };
  return through(
    answered,
    (one) => ({ case: one, events: [event] }),
    (one) => {
      if (!finished) return contestedCase(one, because, context);
      return unproven ? unchanged(one) : finishedCase(one, context);
    },
  );
}
