import type { Language } from '#events/vocabulary.ts';
import type { Case } from '../case.ts';
import type { CaseCommand, Decision } from '../case-command.ts';
import type { Deciding } from '../context.ts';
import type { CaseStep } from './case-step.ts';
import { outcomeTaken } from './outcome-taken.ts';
import { reopened } from './status-moves.ts';

type Answer = Extract<CaseCommand, { do: 'answer-survey' }>;

/** Return the id of the invitation to a resolution's survey, the same for mail and telephone. */
export const invitationOf = ({ generation }: Pick<Case, 'generation'>): string => `s${generation}`;

/** Return true when the survey can be asked at the end of a call, in place of the mail. */
export const mayAnswerByPhone = ({ status, survey }: Pick<Case, 'status' | 'survey'>): boolean =>
  status === 'resolved' && survey?.state !== 'answered';

interface Rating {
  readonly invitation: string;
  readonly score: number;
  readonly finished: boolean;
  readonly language: Language;
  readonly mode: 'mail' | 'phone';
  readonly late: boolean;
  readonly comment?: string;
}

/** Store the answer to a survey. It moves nothing by itself. */
export function rated(
  state: Case,
  rating: Rating,
  { now, rules }: Pick<Deciding, 'now' | 'rules'>,
): CaseStep {
  const { late, mode, comment, ...answer } = rating;
  const said = comment !== undefined && { comment };
  const { department, assignee, type, channel } = state;
  return {
    case: { ...state, survey: { state: 'answered', at: now, ...answer, ...said } },
    events: [
      {
        type: 'rida.survey.answered.v1',
        data: {
          ...answer,
          ...{ mode, late, definition: rules.survey.definition, hasComment: comment !== undefined },
          ...{ department, type, channel },
          ...(assignee !== undefined && { assignee }),
        },
      },
    ],
  };
}

/**
 * Record a survey answer. Only the first answer counts. A low score or "not finished" reopens the case; any
 * other answer closes it. An answer after the expiry is stored and marked as late. For a case that was closed
 * as spam or duplicate, the answer is only stored.
 */
export function answerSurvey(state: Case, command: Answer, { now, rules }: Deciding): Decision {
  const { survey } = state;
  if (survey?.state === 'answered' && survey.invitation === command.invitation)
    return { rejected: 'already-answered' };
  const { invitation, score, finished, language, comment, mode = 'mail' } = command;
  const asked = mode === 'phone' ? mayAnswerByPhone(state) : survey?.state === 'invited';
  if (!asked || (survey?.state === 'invited' && survey.invitation !== invitation))
    return { rejected: 'no-invitation' };
  const late = survey?.state === 'invited' && now > survey.expiresAt;
  const { case: answered, events } = rated(
    state,
    { invitation, score, finished, language, mode, late, ...(comment !== undefined && { comment }) },
    { now, rules },
  );
  const barred = state.closing?.reason === 'spam' || state.closing?.reason === 'duplicate';
  if (late || barred) return { case: answered, events };
  // A low score of a finished matter reopens it too, until it has a task of its own.
  if (finished && score <= rules.survey.lowScore) {
    const reopenedCase = reopened(answered, 'beneficiary', 'survey', now);
    return { case: reopenedCase.case, events: [...events, ...reopenedCase.events] };
  }
  const said = outcomeTaken(answered, { finished, mode, because: 'survey' }, { now, rules });
  return { case: said.case, events: [...events, ...said.events] };
}
