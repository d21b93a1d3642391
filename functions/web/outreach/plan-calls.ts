import type { Actor } from '#events/vocabulary.ts';
import { callsToNumber } from '#shared/application/calls-to-number.ts';
import { personOf } from '#shared/application/person-of.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { callBackToJoin } from '#shared/domain/outreach/one-call-back.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { numberFault } from '../shell/contact-from.ts';

export interface PlanDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly rules: Rules;
}

interface PlanRequest {
  /** The token of the form: a form sent twice plans once. */
  readonly token: string;
  readonly by: Actor;
  readonly now: number;
}

export type CallBackRefusal = 'noCase' | 'noPhone' | 'tooFarAhead' | 'unwanted' | 'joined' | 'abroad';

export interface CallBackRequest extends PlanRequest {
  readonly reference: string;
  readonly purpose: 'follow-up' | 'investor';
  readonly notBefore?: number | undefined;
}

/** Plan one call to the beneficiary of a case, unless a callback to the number is planned already. */
export async function planCallBack(
  { store, rules }: PlanDeps,
  { token, by, now, reference, purpose, notBefore = now }: CallBackRequest,
): Promise<CallBackRefusal | 'planned'> {
  if (isTooFarAhead(notBefore, now)) return 'tooFarAhead';
  const supportCase = await store.load('case', reference);
  if (!supportCase || supportCase.erased) return 'noCase';
  const phone = callerNumber(supportCase.beneficiary.phone);
  if (phone === undefined) return 'noPhone';
  // A call that will not be made is not promised.
  if (numberFault(phone, rules.centre.phone) === 'abroad') return 'abroad';
  const person = await personOf(store, supportCase.beneficiary.id);
  if (isUnwanted(purpose, person?.optOuts ?? [])) return 'unwanted';
  const id = causeId(`call-out:${token}:${reference}:${purpose}`);
  const { id: beneficiary } = supportCase.beneficiary;
  const toNumber = await callsToNumber(store, { phone, beneficiaryId: beneficiary });
  // A form that is sent twice is not another callback.
  if (callBackToJoin(toNumber.filter((one) => one.id !== id))) return 'joined';
  await updateCallOut(store, rules.outbound, {
    ...{ id, cause: causeId(`plan:${id}`), by, at: now, recordedAt: now, correlationId: reference },
    command: {
      ...{
        do: 'plan',
        purpose,
        beneficiaryId: supportCase.beneficiary.id,
        phone,
        language: supportCase.language,
        by,
      },
      ...{ notBefore: Math.max(now, notBefore), caseRef: reference },
    },
  });
  return 'planned';
}
