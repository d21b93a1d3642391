import { SECOND } from '#shared/domain/time/instant.ts';
import type { Case, HeldReply } from '../case.ts';
import type { Deciding } from '../context.ts';
import { datedBy } from '../dated-by.ts';
import { type Decision, type EventDraft, isRejection } from '../decision.ts';
import { type CaseStep, type CommandOf, followedBy, unchanged } from './case-step.ts';
import { reply } from './communication.ts';
import { resolve } from './resolve.ts';

/**
 * How long a reply may be undone.
 * @internal exported for tests
 */
export const UNDO_MS = 10 * SECOND;

type Wanted = Pick<HeldReply, 'by' | 'thenStatus' | 'alsoMerged' | 'outcome'>;

/** Reply now, and resolve the case if the reply does so. */
function replyNow(state: Case, { outcome, ...wanted }: Wanted, context: Deciding): Decision {
  const replied = reply(state, { do: 'reply', ...wanted }, context);
  if (isRejection(replied) || outcome === undefined) return replied;
  const { by } = wanted;
  return followedBy(replied, resolve(replied.case, { do: 'resolve', as: 'answered', outcome, by }, context));
}

/** Hold a reply back, so that it can be undone. Reject at once what could not be sent. */
export function holdReply(state: Case, command: CommandOf<'hold-reply'>, context: Deciding): Decision {
  const { do: _, ...wanted } = command;
  const tried = replyNow(state, wanted, context);
  if (isRejection(tried)) return tried;
  const { cause: message, happenedAt: at, recordedAt } = context;
  const heldReply = { message, since: state.version + 1, at, until: recordedAt + UNDO_MS, ...wanted };
  return unchanged({ ...state, heldReply });
}

/** Take a held reply back. Nothing was sent, and no clock was stopped. */
export function undoReply(state: Case, { message }: CommandOf<'undo-reply'>): Decision {
  const { heldReply, ...rest } = state;
  return heldReply?.message === message ? unchanged(rest) : { rejected: 'already-sent' };
}

/**
 * Send the held reply of a case, dated by the time at which its agent sent it. When a colleague's act made its next
 * status or its outcome impossible, send it without them.
 */
export function sendHeld(state: Case, context: Deciding): CaseStep {
  const { heldReply, ...rest } = state;
  if (!heldReply) return unchanged(state);
  const { message: cause, since, at: _a, until: _u, ...wanted } = heldReply;
  const { thenStatus: _t, ...staying } = wanted;
  const { outcome: _o, ...bare } = staying;
  const deciding = datedBy(rest, { ...context, cause, now: heldReply.at });
  for (const how of [wanted, staying, bare]) {
    const sent = replyNow(rest, how, deciding);
    if (!isRejection(sent))
      return { case: sent.case, events: sent.events.map((event) => shown(event, since)) };
  }
  return unchanged(rest);
}

const shown = (event: EventDraft, since: number): EventDraft =>
  event.type === 'rida.message.sent.v1' ? { ...event, data: { ...event.data, since } } : event;
