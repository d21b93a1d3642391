import type { Case } from '#shared/domain/cases/case.ts';
import { OUTCOME_CALL_AFTER } from '#shared/domain/outreach/outcome-call.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { updateCallOut } from './update-call-out.ts';

/**
 * Plan the call that tells a beneficiary without mail how their case ended, and asks whether it is finished. One
 * resolution has one call, however often this is repeated. Return false when the question is not asked by a call.
 */
export async function planOutcomeCall(
  store: Store,
  rules: Rules,
  { id: reference, confirmation, beneficiary, language }: Case,
  now: number,
  notBefore = now + OUTCOME_CALL_AFTER,
): Promise<boolean> {
  const { phone, id: beneficiaryId } = beneficiary;
  if (confirmation?.state !== 'asked' || confirmation.by === 'mail' || phone === undefined) return false;
  const { question } = confirmation;
  const id = causeId(`call-out:outcome:${reference}:${question}`);
  await updateCallOut(store, rules.outbound, {
    ...{ id, cause: causeId(`plan:${id}`), by: 'rida', at: now, recordedAt: now, correlationId: reference },
    command: {
      ...{ do: 'plan', purpose: 'follow-up', beneficiaryId, phone, language, by: 'rida' },
      ...{ notBefore, caseRef: reference, question },
    },
  });
  return true;
}
