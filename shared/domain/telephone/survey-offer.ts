import type { SurveySuppression } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { mayAnswerByPhone } from '#shared/domain/cases/decisions/survey.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { PersonAnswer } from '../surveys/asking.ts';
import { type Dispatch, type DispatchReason, dispatched } from '../surveys/dispatch-table.ts';
import { contactReasons } from '../surveys/reasons.ts';
import { isSampled } from '../surveys/sampling.ts';

interface CallEnding {
  /** The caller's number, E.164. Missing when it was withheld. */
  readonly phone?: string | undefined;
  /** The case of the call, if any. */
  readonly supportCase?: Case | undefined;
}

/** Return true when the resolution of the case was asked about, and the answer still speaks for it. */
function isAskedAlready({ survey, status }: Case, coolDownMs: number, now: number): boolean {
  if (survey?.state === 'invited') return true;
  return survey?.state === 'answered' && status !== 'open' && now - survey.at < coolDownMs;
}

/**
 * Decide by the call and its case whether a caller is asked at the end of the call. The row of the person has the last
 * word.
 */
export function offerDispatch({ phone, supportCase }: CallEnding, rules: Rules, now: number): Dispatch {
  const { coolDownMs } = rules.survey;
  const reasons: DispatchReason[] = [
    ...contactReasons({ phone, email: supportCase?.beneficiary.email }, rules),
    ...(supportCase?.erased ? (['erased'] as const) : []),
    ...(supportCase && isAskedAlready(supportCase, coolDownMs, now) ? (['answered'] as const) : []),
    ...(supportCase && !isSampled(supportCase, rules) ? (['not-sampled'] as const) : []),
  ];
  return dispatched('after-call', new Set(reasons));
}

/** The subject of the survey at the end of a call, or the reason why it is not offered. */
export type SurveyOffer = { readonly about: 'case' | 'call' } | { readonly not: SurveySuppression };

/**
 * Return what the caller is asked about. A resolution is asked about only once, by mail or telephone. A call without a
 * case, or with an unresolved one, is rated as a call.
 */
export function surveyOffer(
  { supportCase }: CallEnding,
  decided: Dispatch,
  person: PersonAnswer,
): SurveyOffer {
  if (decided.do === 'suppress') return { not: decided.because };
  if (person !== 'asked') return { not: person };
  return { about: supportCase && mayAnswerByPhone(supportCase) ? 'case' : 'call' };
}
