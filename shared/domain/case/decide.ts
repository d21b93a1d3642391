import { nextDueAt } from './agenda.ts';
import type { Case } from './case.ts';
import type { Command, Decision, Rejection } from './command.ts';
import type { Context } from './context.ts';
import { assign, close, note, receive, reopen, reply, setStatus } from './decisions/desk.ts';
import { open } from './decisions/open.ts';
import { resolve } from './decisions/resolve.ts';
import { answerSurvey } from './decisions/survey.ts';
import { tick } from './decisions/tick.ts';

const choose = (state: Case | undefined, command: Command, context: Context): Decision => {
  if (command.do === 'open') return state ? { rejected: 'already-open' } : open(command, context);
  if (!state) return { rejected: 'no-such-case' };
  switch (command.do) {
    case 'receive':
      return receive(state, command, context);
    case 'reply':
      return reply(state, command, context);
    case 'note':
      return note(state, command, context);
    case 'assign':
      return assign(state, command, context);
    case 'set-status':
      return setStatus(state, command, context);
    case 'resolve':
      return resolve(state, command, context);
    case 'reopen':
      return reopen(state, command, context);
    case 'close':
      return close(state, command, context);
    case 'answer-survey':
      return answerSurvey(state, command, context);
    case 'tick':
      return tick(state, context);
  }
};

/**
 * Decides a command: the case as it then is and what happened, or why not. Pure; `version` and
 * `causes` are counted on by the caller that commits, and `nextDueAt` is planned here so that the
 * timer changes in the same write as the state it belongs to.
 */
export function decide(
  state: Case | undefined,
  command: Command,
  context: Context,
): Exclude<Decision, Rejection> | Rejection {
  const known = state?.facts.at(-1)?.at ?? context.now;
  // A mail may be taken in after what an agent did since: the clocks judge by facts in order.
  const inOrder = context.now < known ? { ...context, now: known } : context;
  const decision = choose(state, command, inOrder);
  if ('rejected' in decision) return decision;
  const { nextDueAt: _, ...rest } = decision.case;
  const due = nextDueAt(rest, context.rules, inOrder.now);
  return { ...decision, case: due === undefined ? rest : { ...rest, nextDueAt: due } };
}
