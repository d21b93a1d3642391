import type { Case } from '../case.ts';
import type { CaseCommand, Decision, EventDraft } from '../case-command.ts';
import type { Deciding } from '../context.ts';
import { reopened } from './status-moves.ts';

type Answer = Extract<CaseCommand, { do: 'answer-survey' }>;

/** Return the id of the invitation to a resolution's survey, the same for mail and telephone. */
export const invitationOf = ({ generation }: Pick<Case, 'generation'>): string => `s${generation}`;

/** Return true when the survey can be asked at the end of a call, in place of the mail. */
export const mayAnswerByPhone = ({ status, survey }: Pick<Case, 'status' | 'survey'>): boolean =>
  status === 'resolved' && survey?.state !== 'answered';

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
  const answered: Case = {
    ...state,
    survey: {
      state: 'answered',
      invitation,
      at: now,
      score,
      finished,
      language,
      ...(comment !== undefined && { comment }),
    },
  };
  const event: EventDraft = {
    type: 'rida.survey.answered.v1',
    data: {
      invitation,
      mode,
      definition: rules.survey.definition,
      language,
      score,
      finished,
      hasComment: comment !== undefined,
      late,
      department: state.department,
      ...(state.assignee !== undefined && { assignee: state.assignee }),
      type: state.type,
      channel: state.channel,
    },
  };
  const barred = state.closing?.reason === 'spam' || state.closing?.reason === 'duplicate';
  if (late || barred) return { case: answered, events: [event] };
  if (!finished || score <= rules.survey.lowScore) {
    const reopenedCase = reopened(answered, 'beneficiary', 'survey', now);
    return { case: reopenedCase.case, events: [event, ...reopenedCase.events] };
  }
  if (state.status === 'closed') return { case: answered, events: [event] };
  return {
    case: { ...answered, status: 'closed', closing: { at: now, reason: 'finished' } },
    events: [event, { type: 'rida.case.closed.v1', data: { by: 'beneficiary', reason: 'finished' } }],
  };
}
