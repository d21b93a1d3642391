import type { Case } from '../case.ts';
import { isAnswered, isCorrectable } from '../confirmation.ts';
import type { Deciding } from '../context.ts';
import type { Decision, Rejection } from '../decision.ts';
import { type CaseStep, type CommandOf, through, unchanged } from './case-step.ts';
import { outcomeSaid, outcomeTaken, type Said } from './outcome-taken.ts';
import { rated } from './survey.ts';

type Answer = CommandOf<'answer-outcome'>;

/** The corrections of one answer that are taken. A thousand of them are a program. */
const MOST_CHANGES = 4;

/** Store the score beside the answer, when the survey was allowed and is out. */
function scored(
  state: Case,
  { score, finished, language, mode, comment, ease, reasons }: Answer,
  context: Deciding,
): CaseStep {
  const { survey } = state;
  if (score === undefined || survey?.state !== 'invited') return unchanged(state);
  const late = context.now > survey.expiresAt;
  const said = {
    ...(comment !== undefined && { comment }),
    ...(ease !== undefined && { ease }),
    ...(reasons && { reasons }),
  };
  const { invitation } = survey;
  return rated(state, { invitation, score, finished, language, mode, late, ...said }, context);
}

/** Return why an answer is not taken. A repeated answer changes nothing. */
function refusal(
  state: Case,
  { question, finished, score }: Answer,
  { now, rules }: Deciding,
): Rejection | undefined {
  const { confirmation, resolution, survey } = state;
  if (confirmation?.question !== question || confirmation.state === 'not-asked')
    return { rejected: 'no-invitation' };
  if (!isAnswered(confirmation)) {
    const end = (resolution?.at ?? now) + rules.desk.reopenWithinMs;
    return now > end ? { rejected: 'too-late-to-reopen' } : undefined;
  }
  // The score may follow the answer about the outcome.
  const isScored = score !== undefined && survey?.state === 'invited';
  const same = (confirmation.state === 'confirmed') === finished;
  if (same && isScored) return undefined;
  return same || (confirmation.changes ?? 0) >= MOST_CHANGES ? { rejected: 'already-answered' } : undefined;
}

/**
 * Record whether the beneficiary regards the matter as finished. Yes closes the case, no reopens it. The same link
 * corrects the answer for half an hour; a later answer is only stored beside the first one.
 */
export function answerOutcome(state: Case, command: Answer, context: Deciding): Decision {
  const refused = refusal(state, command, context);
  if (refused) return refused;
  const { question, finished, mode, comment } = command;
  const { confirmation, beneficiary } = state;
  // Nothing proves whose the address is that a mail names for the answer.
  const unproven = mode === 'mail' && (!beneficiary.authenticated || beneficiary.answerTo !== undefined);
  const said: Said = {
    ...{ finished, mode, because: 'contested' },
    ...(comment !== undefined && { comment }),
    ...(unproven && { unproven }),
  };
  if (isAnswered(confirmation) && !isCorrectable(confirmation, context.now))
    return { case: state, events: [outcomeSaid(state, { ...said, question }, { later: true })] };
  const same = isAnswered(confirmation) && (confirmation.state === 'confirmed') === finished;
  return through(
    state,
    (one) => scored(one, command, context),
    (one) => (same ? unchanged(one) : outcomeTaken(one, said, context)),
  );
}

/** Record that a program seems to have answered. The beneficiary can still answer. */
export function suspectOutcome(state: Case, { question, because }: CommandOf<'suspect-outcome'>): Decision {
  const { confirmation, survey } = state;
  const isInvited = survey !== undefined && 'invitation' in survey && survey.invitation === question;
  if (confirmation?.question !== question && !isInvited) return { rejected: 'no-invitation' };
  return { case: state, events: [{ type: 'rida.outcome.suspected.v1', data: { question, because } }] };
}
