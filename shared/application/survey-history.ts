import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Store } from '#shared/ports/store.ts';
import { personOf } from './person-of.ts';

/** Earlier surveys of a beneficiary, and their opt-out. */
export interface SurveyHistory {
  readonly optedOut?: true;
  /** When they were last invited about another case, epoch milliseconds. */
  readonly lastInvitedAt?: number;
}

/** Maximum number of cases to read for each of their ids, newest first. */
const MOST = 20;

/**
 * Return whether a beneficiary opted out of surveys, and when they were last invited.
 * @param except the case of the new survey
 */
export async function surveyHistory(
  store: Store,
  beneficiary: string,
  except?: string,
): Promise<SurveyHistory> {
  const person = await personOf(store, beneficiary);
  if (person?.optOuts.includes('surveys')) return { optedOut: true };
  const ids = person ? idsOf(person) : [beneficiary];
  const entries = await Promise.all(ids.map((one) => store.entriesOfBeneficiary(one, { limit: MOST })));
  const others = entries.flatMap(({ items }) => items).filter((one) => one.id !== except);
  const cases = await Promise.all(others.map((one) => store.load('case', one.id, 0)));
  const asked = cases.flatMap((other) =>
    other?.survey?.state === 'invited' || other?.survey?.state === 'answered' ? [other.survey.at] : [],
  );
  return asked.length === 0 ? {} : { lastInvitedAt: Math.max(...asked) };
}
