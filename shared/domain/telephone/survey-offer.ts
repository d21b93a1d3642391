import type { Case } from '#shared/domain/cases/case.ts';
import { mayAnswerByPhone } from '#shared/domain/cases/decisions/survey.ts';
import type { SurveyRules } from '#shared/domain/rules.ts';
import type { CallLine } from './line.ts';

export interface CallEnding {
  readonly line: CallLine;
  /** The case of the call, if any. */
  readonly supportCase?: Case | undefined;
  readonly optedOut?: boolean | undefined;
  /** When the caller was last invited to another survey. */
  readonly lastInvitedAt?: number | undefined;
}

/** The subject of the survey at the end of a call, or the reason why it is not offered. */
export type SurveyOffer =
  | { readonly about: 'case' | 'call' }
  | { readonly not: 'staff' | 'opted-out' | 'cool-down' | 'asked-already' };

/**
 * Decide whether to offer a survey at the end of a call. A resolution is asked about only once, by mail or
 * telephone. A call without a case, or with an unresolved one, is rated as a call.
 */
export function surveyOffer(ending: CallEnding, { coolDownMs }: SurveyRules, now: number): SurveyOffer {
  const { line, supportCase, optedOut, lastInvitedAt } = ending;
  if (line === 'staff' || supportCase?.segment === 'staff') return { not: 'staff' };
  if (optedOut) return { not: 'opted-out' };
  const { survey } = supportCase ?? {};
  // The case already has an invitation or an answer, even if it was reopened since.
  if (survey?.state === 'invited') return { not: 'asked-already' };
  if (survey?.state === 'answered' && supportCase?.status !== 'open' && now - survey.at < coolDownMs)
    return { not: 'asked-already' };
  if (lastInvitedAt !== undefined && now - lastInvitedAt < coolDownMs) return { not: 'cool-down' };
  return { about: supportCase && mayAnswerByPhone(supportCase) ? 'case' : 'call' };
}
