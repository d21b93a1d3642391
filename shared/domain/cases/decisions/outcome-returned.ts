import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Case } from '../case.ts';
import { asksOf, questionAgain } from '../confirmation.ts';
import type { Decision } from '../decision.ts';
import { type CaseStep, type CommandOf, unchanged } from './case-step.ts';

/**
 * Take back the question about a resolution whose mail did not arrive. With a telephone number it is asked by a call,
 * and the survey beside it is decided again. Otherwise it is not asked, and the survey was not put.
 *
 * @param sentAt when the mail about a resolution was sent
 */
export function outcomeReturned(state: Case, sentAt: number): CaseStep {
  const { confirmation, resolution, survey, status, merged } = state;
  if (confirmation?.state !== 'asked' || confirmation.by !== 'mail' || resolution === undefined)
    return unchanged(state);
  // A report about the mail of an earlier resolution may come late.
  if (status !== 'resolved' || merged !== undefined || sentAt < resolution.at) return unchanged(state);
  const again = questionAgain(state);
  const put = survey?.state === 'invited' && (survey.channel ?? 'mail') === 'mail' ? survey : undefined;
  const instead: Case['survey'] =
    again.state === 'asked'
      ? { state: 'planned', at: resolution.at }
      : { state: 'suppressed', reason: 'address-failing' };
  return {
    case: { ...state, confirmation: again, ...(put && { survey: instead }) },
    events: [
      {
        type: 'rida.outcome.returned.v1',
        data: {
          ...{ question: again.question, asks: asksOf(again) },
          ...(put && { survey: { channel: 'mail' } }),
          resolvedAt: isoInstant(resolution.at),
        },
      },
    ],
  };
}

/** Take back the question of a mail whose failure is known before its sending is, or that was not sent. */
export function returnOutcome(state: Case, { sentAt }: CommandOf<'return-outcome'>): Decision {
  const returned = outcomeReturned(state, sentAt);
  return returned.events.length > 0 ? returned : { rejected: 'nothing-changed' };
}
