import type { Disposition } from '#events/vocabulary.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { dispatched } from '#shared/domain/surveys/dispatch-table.ts';
import { contactReasons } from '#shared/domain/surveys/reasons.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';
import { askPerson } from '../surveys/ask-person.ts';

/** Why a person is not asked in an evaluation call any more. */
export type NotEvaluated = Extract<
  Disposition,
  'opted-out' | 'own-staff' | 'test' | 'open-invitation' | 'cool-down'
>;

/** The wait for an evaluation after its first attempt. */
const EVALUATED_WITHIN = 14 * DAY;

/**
 * Ask a person for their opinion in an evaluation call, by the telephone or an agent: the person may have become staff,
 * have opted out, or been asked otherwise since the call was planned. The same call may ask again.
 *
 * @returns why the person is not called, or undefined when they are asked
 */
export async function askEvaluated(
  store: Store,
  rules: Rules,
  { id, phone, beneficiaryId }: Pick<CallOut, 'id' | 'phone' | 'beneficiaryId'>,
  now: number,
): Promise<NotEvaluated | undefined> {
  const dispatch = dispatched('evaluation', new Set(contactReasons({ phone }, rules)));
  if (dispatch.do === 'suppress') return dispatch.because === 'own-staff' ? 'own-staff' : 'test';
  const about = invitationAbout.callOut(id);
  const question = { beneficiaryId, channel: 'evaluation', about, until: now + EVALUATED_WITHIN } as const;
  const answer = await askPerson(store, rules.survey, question, now);
  if (answer === 'asked') return undefined;
  return answer === 'no-calls' ? 'opted-out' : answer;
}
