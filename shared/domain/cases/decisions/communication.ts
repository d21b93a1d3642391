import type { Actor } from '#events/vocabulary.ts';
import { type Beneficiary, type Case, isActive } from '../case.ts';
import { appendContact } from '../contact-facts.ts';
import type { Deciding } from '../context.ts';
import { missingFacts } from '../correction.ts';
import { type Decision, type EventDraft, isRejection } from '../decision.ts';
import { responseOf } from '../response.ts';
import { mayMove } from '../transitions.ts';
import { type CaseStep, type CommandOf, through, unchanged, withStaffToNotify } from './case-step.ts';
import { mayReopen } from './change-status.ts';
import { correct } from './correct.ts';
import { touched } from './plan-steps.ts';
import { keepPromise } from './promise.ts';
import { asksTooMuch, moved, reopened } from './status-moves.ts';
import { inStatus } from './status-step.ts';

/** The beneficiary with the address for answers of their newest mail. */
function answeredAt({ answerTo: _, ...beneficiary }: Beneficiary, answerTo: string | null): Beneficiary {
  return { ...beneficiary, ...(answerTo !== null && { answerTo }) };
}

/** A message of the beneficiary says where the matter is, and which service it is about. */
const byMessage = { do: 'correct', says: false, by: 'beneficiary' } as const;

const serviceOf = ({ service }: Case) => (service === undefined ? {} : { service });

/**
 * Record that the beneficiary wrote or called. A message from a machine, and one that only thanks, are recorded: they
 * reopen no case, begin no clock and end no wait.
 */
export function receive(state: Case, command: CommandOf<'receive'>, context: Deciding): Decision {
  const { channel, automatic, thanks, lastMessageId, answerTo } = command;
  const isSilent = automatic !== undefined || (thanks && !isActive(state.status));
  const notified = isSilent ? {} : withStaffToNotify(state, 'beneficiary');
  const received: EventDraft = {
    type: 'rida.message.received.v1',
    data: {
      ...{ message: context.cause, channel, ...notified },
      ...(automatic !== undefined && { automatic }),
      ...(thanks && { thanks }),
      ...serviceOf(state),
    },
  };
  // A merged case only stores its messages. The target case reacts to them.
  if (automatic !== undefined || state.merged) return { case: state, events: [received] };
  if (thanks) {
    const { lastMessageId: earlier } = state;
    const newest = lastMessageId ?? earlier;
    return { case: { ...state, ...(newest !== undefined && { lastMessageId: newest }) }, events: [received] };
  }
  const named = correct(state, { ...byMessage, to: missingFacts(state, command) }, context);
  const located = isRejection(named) ? unchanged(state) : named;
  const first = [received, ...located.events];
  const withContact: Case = {
    ...located.case,
    ...(answerTo !== undefined && { beneficiary: answeredAt(state.beneficiary, answerTo) }),
    ...(lastMessageId !== undefined && { lastMessageId }),
    facts: appendContact(state.facts, { at: context.happenedAt, type: 'beneficiary-contact' }),
  };
  if (isActive(state.status)) {
    // The message ends the wait for the beneficiary.
    const to = state.status === 'pending-beneficiary' ? 'open' : state.status;
    const next = inStatus(withContact, to, 'beneficiary', context.now);
    return { case: next.case, events: [...first, ...next.events] };
  }
  if (!mayReopen(state, context)) return { rejected: 'too-late-to-reopen' };
  const because = channel === 'phone' ? 'beneficiary-called' : 'beneficiary-wrote';
  const reopenedCase = reopened(withContact, 'beneficiary', because, context.now);
  return { case: reopenedCase.case, events: [...first, ...reopenedCase.events] };
}

/**
 * Attach a voice message to the case. If another call opened the case, treat it like any new message. If the
 * case may no longer be reopened, attach it anyway. A remark of an unproven caller changes nothing.
 */
export function attachRecording(
  state: Case,
  command: CommandOf<'attach-recording'>,
  context: Deciding,
): Decision {
  const { contactId, isNews, unproven } = command;
  const spoken: EventDraft = {
    type: 'rida.message.spoken.v1',
    data: { contactId, ...(unproven && { unproven }) },
  };
  const received =
    isNews && !unproven ? receive(state, { do: 'receive', channel: 'phone' }, context) : undefined;
  if (received === undefined || isRejection(received)) return { case: state, events: [spoken] };
  return { case: received.case, events: [spoken, ...received.events] };
}

/**
 * Record an answer to the beneficiary: stop the clocks by the time of the answer and keep an open promise.
 */
export function answered(state: Case, by: Actor, context: Deciding): CaseStep {
  const { happenedAt } = context;
  const facts = appendContact(state.facts, { at: happenedAt, type: 'agent-contact' });
  return through(
    { ...state, facts },
    (one) => keepPromise(one, by, happenedAt),
    (one) => touched(one, { by, means: 'staff' }, context),
  );
}

/** Return the response that a contact of an agent is, for its event. */
const responseFor = (state: Case, { rules, happenedAt }: Deciding) => {
  const response = responseOf(state, rules, happenedAt);
  return response && { response };
};

/** Record an agent's reply. The first reply stops the first-response clock. */
export function reply(state: Case, command: CommandOf<'reply'>, context: Deciding): Decision {
  if (!isActive(state.status)) return { rejected: 'not-active' };
  const { by } = command;
  const to = command.thenStatus ?? (state.status === 'new' ? 'open' : state.status);
  if (!isActive(to) || (to !== state.status && !mayMove(state.status, to))) {
    return { rejected: 'illegal-status', from: state.status, to };
  }
  if (asksTooMuch(state, to)) return { rejected: 'too-many' };
  const { alsoMerged } = command;
  const data = {
    ...({ message: context.cause, channel: 'mail', by } as const),
    ...responseFor(state, context),
    ...(alsoMerged && { alsoMerged }),
  };
  return through(
    state,
    (one) => ({ case: one, events: [{ type: 'rida.message.sent.v1', data }] }),
    (one) => answered(one, by, context),
    (one) => moved(one, to, by, context),
  );
}

/** Record a contact by other means. It counts as an answer, and nothing is sent. */
export function logContact(state: Case, command: CommandOf<'log-contact'>, context: Deciding): Decision {
  if (!isActive(state.status)) return { rejected: 'not-active' };
  const { by, means } = command;
  const data = { message: context.cause, means, by, ...responseFor(state, context) };
  return through(
    state,
    (one) => ({ case: one, events: [{ type: 'rida.contact.logged.v1', data }] }),
    (one) => answered(one, by, context),
    (one) => moved(one, one.status === 'new' ? 'open' : one.status, by, context),
  );
}

/** Add an internal note. It is shown on the timeline and never sent. */
export function note(state: Case, command: CommandOf<'note'>, { cause }: Deciding): Decision {
  return {
    case: state,
    events: [{ type: 'rida.note.added.v1', data: { message: cause, by: command.by } }],
  };
}
