import type { DataOf } from '#events/registry.ts';
import type { Language, SurveyChannel } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Case } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import { isCorrectable } from '../confirmation.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import type { CaseStep } from './case-step.ts';
import { outcomeTaken } from './outcome-taken.ts';

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
  readonly ease?: number;
  readonly reasons?: readonly string[];
  readonly language: Language;
  readonly mode: 'mail' | 'phone' | 'message';
  readonly late: boolean;
  readonly comment?: string;
}

type Answered = Extract<NonNullable<Case['survey']>, { state: 'answered' }>;

/** Return the event of an answer. */
function ratingSaid(
  { department, assignee, type, channel }: Case,
  { comment, reasons, ...answer }: Rating,
  definition: string,
  how: Pick<DataOf<'rida.survey.answered.v1'>, 'corrects' | 'later'> = {},
): EventDraft {
  return {
    type: 'rida.survey.answered.v1',
    data: {
      ...{ ...answer, ...how, definition, hasComment: comment !== undefined, department, type, channel },
      ...(reasons && { reasons: [...reasons] }),
      ...(assignee !== undefined && { assignee }),
    },
  };
}

/** Store the answer to a survey, or its correction. It moves nothing by itself. */
export function rated(
  state: Case,
  rating: Rating,
  { now, rules }: Pick<Deciding, 'now' | 'rules'>,
  earlier?: Answered,
): CaseStep {
  const { late: _, mode: _m, ...answer } = rating;
  const { survey } = state;
  const definition = (survey?.state === 'invited' ? survey.definition : undefined) ?? rules.survey.definition;
  const corrected = earlier && {
    ...{ first: earlier.first ?? earlier.score, changes: (earlier.changes ?? 0) + 1 },
  };
  const corrects = earlier && { corrects: { score: earlier.score, finished: earlier.finished } };
  return {
    case: { ...state, survey: { state: 'answered', at: earlier?.at ?? now, ...answer, ...corrected } },
    events: [ratingSaid(state, rating, definition, corrects)],
  };
}

/** The corrections of one answer that are taken. A thousand of them are a program. */
const MOST_CHANGES = 4;

/**
 * Take a further answer to the same invitation. Within half an hour it corrects the first one. Afterwards it is stored
 * beside it. On the telephone the first one stays.
 */
function answeredAgain(state: Case, survey: Answered, command: Answer, context: Deciding): Decision {
  const { now, rules } = context;
  const { score, finished, mode = 'mail', do: _, ...more } = command;
  const { ease, reasons, comment } = command;
  const same =
    survey.score === score &&
    survey.finished === finished &&
    (comment === undefined || comment === survey.comment) &&
    (ease === undefined || ease === survey.ease) &&
    (reasons === undefined || reasons.join() === survey.reasons?.join());
  if (same || mode === 'phone') return { rejected: 'already-answered' };
  const rating: Rating = { ...more, score, finished, mode, late: false };
  if (!isCorrectable(survey, now))
    return { case: state, events: [ratingSaid(state, rating, rules.survey.definition, { later: true })] };
  if ((survey.changes ?? 0) >= MOST_CHANGES) return { rejected: 'already-answered' };
  const corrected = rated(state, rating, context, survey);
  if (survey.finished === finished) return corrected;
  const said = outcomeTaken(corrected.case, { finished, mode, because: 'survey' }, context);
  return { case: said.case, events: [...corrected.events, ...said.events] };
}

/**
 * Record a survey answer. "Not finished" reopens the case, and any other answer closes it. A low score of a finished
 * matter is a task of its own (`shared/domain/tasks`). An answer after the expiry is stored and marked as late. For a
 * case that was closed as spam or duplicate, the answer is only stored.
 */
export function answerSurvey(state: Case, command: Answer, { now, rules, ...rest }: Deciding): Decision {
  const { survey } = state;
  if (survey?.state === 'answered' && survey.invitation === command.invitation)
    return answeredAgain(state, survey, command, { now, rules, ...rest });
  const { do: _, mode = 'mail', ...given } = command;
  const { invitation, finished } = given;
  const isAsked = mode === 'phone' ? mayAnswerByPhone(state) : survey?.state === 'invited';
  const open = survey?.state === 'invited' ? survey.invitation : invitationOf(state);
  // The answer of a call may arrive after the case was reopened and resolved again.
  if (!isAsked || open !== invitation) return { rejected: 'no-invitation' };
  const late = survey?.state === 'invited' && now > survey.expiresAt;
  // The end of a call asks before the time that was planned.
  const asked = survey?.state === 'planned' ? [invitedBy('after-call', state, { now, rules }).event] : [];
  const rating = rated(state, { ...given, mode, late }, { now, rules });
  const { case: answered } = rating;
  const events = [...asked, ...rating.events];
  const barred = state.closing?.reason === 'spam' || state.closing?.reason === 'duplicate';
  if (late || barred) return { case: answered, events };
  const said = outcomeTaken(answered, { finished, mode, because: 'survey' }, { now, rules });
  return { case: said.case, events: [...events, ...said.events] };
}
