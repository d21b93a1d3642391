import { membersWith } from '../every-of.ts';
import { settleSurvey } from '../surveys/settle-survey.ts';
import { deadlineAt, nextDueAt } from './agenda.ts';
import { type Case, isActive } from './case.ts';
import type { CaseCommand } from './case-command.ts';
import type { Context, Deciding } from './context.ts';
import { datedBy } from './dated-by.ts';
import { type Decision, type EventDraft, isRejection, type Rejection } from './decision.ts';
import { answerOutcome, suspectOutcome } from './decisions/answer-outcome.ts';
import { assign, unassign } from './decisions/assignment.ts';
import { failCheck } from './decisions/caller-check.ts';
import { type CommandOf, followedBy } from './decisions/case-step.ts';
import { close, reopen, setStatus } from './decisions/change-status.ts';
import { attachRecording, logContact, note, receive, reply } from './decisions/communication.ts';
import { correct } from './decisions/correct.ts';
import { answerRequest, askDepartment, withdrawRequest } from './decisions/department.ts';
import { askTime, decideTime, hearDepartment, passOn } from './decisions/department-words.ts';
import { erase } from './decisions/erase-data.ts';
import { extendPeriod } from './decisions/extend-period.ts';
import { handOver, takeBack } from './decisions/hand-over.ts';
import { holdReply, sendHeld, undoReply } from './decisions/held-reply.ts';
import { link, split, unlink, unwatch, watch } from './decisions/links.ts';
import { mailFailed } from './decisions/mail-failed.ts';
import { absorb, merge, release, unmerge } from './decisions/merge.ts';
import { open } from './decisions/open.ts';
import { returnOutcome } from './decisions/outcome-returned.ts';
import { endPlan, handOverPlan, hearInvestor, startPlan } from './decisions/plan.ts';
import { addProcedure, changeProcedure, clearObstacle, meetObstacle } from './decisions/procedures.ts';
import { promise, withdrawPromise } from './decisions/promise.ts';
import { reclassify } from './decisions/reclassify.ts';
import { resolve } from './decisions/resolve.ts';
import { restore } from './decisions/restore.ts';
import { retime } from './decisions/retime.ts';
import { retract } from './decisions/retract.ts';
import { settlePlan } from './decisions/settle-plan.ts';
import { answerSurvey } from './decisions/survey.ts';
import { tick } from './decisions/tick.ts';
import { withholdAcknowledgement } from './decisions/withheld-acknowledgement.ts';
import { isHeard } from './overtaken.ts';
import { settleFacts } from './settle-facts.ts';

type Work = Exclude<CaseCommand['do'], 'open'>;

/** The decision function of each command on an existing case. */
const decisions: {
  readonly [K in Work]: (state: Case, command: CommandOf<K>, context: Deciding) => Decision;
} = {
  receive,
  reply,
  'hold-reply': holdReply,
  'undo-reply': undoReply,
  note,
  'mail-failed': mailFailed,
  'return-outcome': returnOutcome,
  'withhold-acknowledgement': withholdAcknowledgement,
  'log-contact': logContact,
  'attach-recording': attachRecording,
  assign,
  unassign,
  'set-status': setStatus,
  reclassify,
  correct,
  resolve,
  reopen,
  restore,
  close,
  promise,
  'withdraw-promise': withdrawPromise,
  'ask-department': askDepartment,
  'answer-request': answerRequest,
  'withdraw-request': withdrawRequest,
  'hear-department': hearDepartment,
  'ask-time': askTime,
  'decide-time': decideTime,
  'pass-on': passOn,
  'hand-over': handOver,
  'take-back': takeBack,
  'extend-period': extendPeriod,
  'start-plan': startPlan,
  'add-procedure': addProcedure,
  'change-procedure': changeProcedure,
  'meet-obstacle': meetObstacle,
  'clear-obstacle': clearObstacle,
  'hand-over-plan': handOverPlan,
  'hear-investor': hearInvestor,
  'end-plan': endPlan,
  merge,
  unmerge,
  absorb,
  release,
  link,
  unlink,
  split,
  watch,
  unwatch,
  retime,
  erase,
  'answer-survey': answerSurvey,
  'answer-outcome': answerOutcome,
  'suspect-outcome': suspectOutcome,
  'fail-check': failCheck,
  tick: (state, _, context) => tick(state, context),
};

/** Commands that a merged case still accepts. */
const WHILE_MERGED = membersWith<Work>({
  receive: true,
  reply: false,
  'hold-reply': false,
  'undo-reply': false,
  note: true,
  'mail-failed': true,
  'return-outcome': false,
  'withhold-acknowledgement': false,
  'log-contact': false,
  'attach-recording': false,
  assign: false,
  unassign: false,
  'set-status': false,
  reclassify: false,
  correct: true,
  resolve: false,
  reopen: false,
  restore: false,
  close: false,
  promise: false,
  'withdraw-promise': false,
  'ask-department': false,
  'answer-request': false,
  'withdraw-request': false,
  'hear-department': false,
  'ask-time': false,
  'decide-time': false,
  'pass-on': false,
  'hand-over': false,
  'take-back': false,
  'extend-period': false,
  'start-plan': false,
  'add-procedure': false,
  'change-procedure': false,
  'meet-obstacle': false,
  'clear-obstacle': false,
  'hand-over-plan': false,
  'hear-investor': false,
  'end-plan': false,
  merge: false,
  unmerge: true,
  absorb: false,
  // A case that took others over may be merged itself before one of them is separated from it.
  release: true,
  link: false,
  unlink: false,
  split: false,
  watch: true,
  unwatch: true,
  retime: true,
  erase: true,
  'answer-survey': false,
  'answer-outcome': false,
  'suspect-outcome': false,
  'fail-check': true,
  tick: true,
});

function choose(state: Case | undefined, command: CaseCommand, context: Deciding): Decision {
  if (command.do === 'open') return state ? { rejected: 'already-open' } : open(command, context);
  if (!state) return { rejected: 'no-such-case' };
  const mayFollow = command.do === 'tick' || (command.do === 'erase' && command.again);
  if (state.erased && !mayFollow) return { rejected: 'erased' };
  if (state.merged && !WHILE_MERGED.has(command.do)) return { rejected: 'is-merged' };
  const decide = decisions[command.do] as (state: Case, command: CaseCommand, context: Deciding) => Decision;
  const decision = decide(state, command, context);
  if (isRejection(decision) || !state.heldReply || !endsHolding(command, decision.case)) return decision;
  const sent = sendHeld(state, context);
  return followedBy(
    sent,
    decide(sent.case, command, datedBy(sent.case, { ...context, now: context.happenedAt })),
  );
}

/**
 * Whether a held reply is sent before a command: another reply or promise to the beneficiary, or the end of the case.
 * Of an erased case nothing is sent.
 */
const endsHolding = ({ do: command }: CaseCommand, { status, merged, erased }: Case): boolean =>
  ['reply', 'hold-reply', 'promise'].includes(command) ||
  (command !== 'tick' && !erased && (!isActive(status) || merged !== undefined));

/** Record when the beneficiary was heard. Their words to a merged case are read in the other one. */
const heard = <C extends Pick<Case, 'heardAt' | 'merged'>>(
  state: C,
  events: readonly EventDraft[],
  { recordedAt }: Deciding,
): C => (!state.merged && events.some(isHeard) ? { ...state, heardAt: recordedAt } : state);

/**
 * Decide a command: return the next state and the events, or a rejection. The function is pure. The caller
 * that commits updates `version` and `causes`. `nextDueAt` is computed here, so that the timer changes in the
 * same write as the state.
 */
export function decideCase(
  state: Case | undefined,
  command: CaseCommand,
  context: Context,
): Exclude<Decision, Rejection> | Rejection {
  const deciding = datedBy(state, context);
  const chosen = choose(state, command, deciding);
  if ('rejected' in chosen) return chosen;
  const decision = settleSurvey(state, settlePlan(state, chosen, command, deciding));
  const retracted = retract(decision, deciding);
  const { nextDueAt: _, deadlineAt: _d, ...full } = retracted.case;
  const rest = settleFacts(heard(full, decision.events, deciding), context.rules);
  const due = nextDueAt(rest, context.rules, deciding.recordedAt);
  const deadline = deadlineAt(rest, context.rules, deciding.recordedAt);
  const after = {
    ...rest,
    ...(deadline !== undefined && { deadlineAt: deadline }),
    ...(due !== undefined && { nextDueAt: due }),
  };
  return { ...retracted, case: after };
}
