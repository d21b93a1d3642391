import type { SurveyChannel } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { askPerson, otherIdsOf } from './ask-person.ts';

/**
 * Return whether a call about the end of a case also asks for a score: the survey is open, and the rows of the person
 * still allow it. It is decided again in the call, because an opt-out or another question may have come in between.
 * @throws when the store fails
 */
export async function asksScore(
  { store, keys }: { readonly store: Store; readonly keys: Keys },
  { id, survey, beneficiary }: Pick<Case, 'id' | 'survey' | 'beneficiary'>,
  { channel, rules, now }: { readonly channel: SurveyChannel; readonly rules: Rules; readonly now: number },
): Promise<boolean> {
  if (survey?.state !== 'invited' || now > survey.expiresAt) return false;
  const about = invitationAbout.case(id, survey.invitation);
  const also = await otherIdsOf(keys, beneficiary);
  const question = { beneficiaryId: beneficiary.id, also, channel, about, until: survey.expiresAt };
  return (await askPerson(store, rules.survey, question, now)) === 'asked';
}
