import type { Case } from '#shared/domain/cases/case.ts';
import { mayAnswerByPhone } from '#shared/domain/cases/decisions/survey.ts';
import type { SurveyRules } from '#shared/domain/rules.ts';
import type { CallLine } from './line.ts';

export interface CallEnding {
  readonly line: CallLine;
  /** The case of the call, if there is one. */
  readonly supportCase?: Case | undefined;
  readonly optedOut?: boolean | undefined;
  /** When the caller was last asked about anything else. */
  readonly lastInvitedAt?: number | undefined;
}

/** Whether a caller is asked at the end of a call, and about what; or why not. */
export type SurveyOffer =
  | { readonly about: 'case' | 'call' }
  | { readonly not: 'staff' | 'opted-out' | 'cool-down' | 'asked-already' };

/**
 * The rules of surveys as they hold at the end of a call: nobody is asked twice about one resolution, by whatever
 * way; a call whose case is not resolved, or that has none, is rated as a call.
 */
export function surveyOffer(ending: CallEnding, { coolDownMs }: SurveyRules, now: number): SurveyOffer {
  const { line, supportCase, optedOut, lastInvitedAt } = ending;
  if (line === 'staff' || supportCase?.segment === 'staff') return { not: 'staff' };
  if (optedOut) return { not: 'opted-out' };
  const { survey } = supportCase ?? {};
  // A mail is out that asks, or an answer is in: also of a case that was worked on again since.
  if (survey?.state === 'invited') return { not: 'asked-already' };
  if (survey?.state === 'answered' && supportCase?.status !== 'open' && now - survey.at < coolDownMs)
    return { not: 'asked-already' };
  if (lastInvitedAt !== undefined && now - lastInvitedAt < coolDownMs) return { not: 'cool-down' };
  return { about: supportCase && mayAnswerByPhone(supportCase) ? 'case' : 'call' };
}
