import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Store } from '#shared/ports/store.ts';
import { personOf } from './person-of.ts';

/** What was asked of somebody before, and whether they want to be asked. */
export interface SurveyHistory {
  readonly optedOut?: true;
  /** When they last were about any case but the one in question, epoch milliseconds. */
  readonly lastInvitedAt?: number;
}

/** The newest cases of each of their ids that are looked at. */
const MOST = 20;

/**
 * Whether a beneficiary wants to be asked, and when they last were.
 *
 * @param except the case in question
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
