import type { Language, SurveyChannel } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Case } from '../case.ts';
import type { CaseCommand, Decision, EventDraft } from '../case-command.ts';
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

const MODE: Readonly<Record<SurveyChannel, 'mail' | 'phone' | 'message'>> = {
  mail: 'mail',
  'after-call': 'phone',
  'follow-up': 'phone',
  evaluation: 'phone',
  message: 'message',
};

/** Invite the beneficiary to the survey of the newest resolution: the state of the survey, and its event. */
export function invitedBy(
  channel: SurveyChannel,
  state: Case,
  { now, rules }: Pick<Deciding, 'now' | 'rules'>,
): { readonly survey: NonNullable<Case['survey']>; readonly event: EventDraft } {
  const { definition, expiryMs } = rules.survey;
  const invitation = invitationOf(state);
  const expiresAt = now + expiryMs;
  const { language, resolution } = state;
  return {
    survey: { state: 'invited', invitation, at: now, expiresAt, definition, channel },
    event: {
      type: 'rida.survey.invited.v1',
      data: {
        ...{ invitation, mode: MODE[channel], channel, definition, language },
        expiresAt: isoInstant(expiresAt),
        ...(resolution && { eligibleAt: isoInstant(resolution.at) }),
      },
    },
  };
}

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
  const isAsked = mode === 'phone' ? mayAnswerByPhone(state) : survey?.state === 'invited';
  if (!isAsked || (survey?.state === 'invited' && survey.invitation !== invitation))
    return { rejected: 'no-invitation' };
  const late = survey?.state === 'invited' && now > survey.expiresAt;
  // The end of a call asks before the time that was planned.
  const asked = survey?.state === 'planned' ? [invitedBy('after-call', state, { now, rules }).event] : [];
  const rating = rated(
    state,
    { invitation, score, finished, language, mode, late, ...(comment !== undefined && { comment }) },
    { now, rules },
  );
  const { case: answered } = rating;
  const events = [...asked, ...rating.events];
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
