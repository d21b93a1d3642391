import type { Actor } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { callBackToJoin } from '#shared/domain/outreach/one-call-back.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isAbroad } from '#shared/domain/telephone/abroad.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { callsToNumber } from './calls-to-number.ts';
import { personOf } from './person-of.ts';
import { updateCallOut } from './update-call-out.ts';

export interface CallBackPlan {
  readonly purpose: 'follow-up' | 'investor';
  /** The same token plans the same call once. */
  readonly token: string;
  readonly by: Actor;
  readonly now: number;
  /** The earliest time of the call, `now` by default. */
  readonly notBefore?: number | undefined;
  /** The calls to the number, when the caller knows them. Otherwise they are read. */
  readonly planned?: readonly CallOut[];
}

/** Why no call to the beneficiary of a case is planned. */
export type CallBackFault = 'noPhone' | 'abroad' | 'unwanted' | 'joined';

/**
 * Plan one call to the beneficiary of a case. A call is not planned that will not be made: without a number, to a
 * number abroad, or to somebody who wants no calls. A callback to the number that is planned already is enough.
 */
export async function planCallBackTo(
  { store, rules }: { readonly store: Store; readonly rules: Rules },
  { id: reference, beneficiary, language }: Case,
  { purpose, token, by, now, notBefore = now, planned }: CallBackPlan,
): Promise<CallBackFault | 'planned'> {
  const phone = callerNumber(beneficiary.phone);
  if (phone === undefined) return 'noPhone';
  if (isAbroad(phone, rules.centre.phone)) return 'abroad';
  const person = await personOf(store, beneficiary.id);
  if (isUnwanted(purpose, person?.optOuts ?? [])) return 'unwanted';
  const id = causeId(`call-out:${token}:${reference}:${purpose}`);
  const toNumber = planned ?? (await callsToNumber(store, { phone, beneficiaryId: beneficiary.id }));
  // A form that is sent twice is not another callback.
  if (callBackToJoin(toNumber.filter((one) => one.id !== id))) return 'joined';
  await updateCallOut(store, rules.outbound, {
    ...{ id, cause: causeId(`plan:${id}`), by, at: now, recordedAt: now, correlationId: reference },
    command: {
      ...{ do: 'plan', purpose, beneficiaryId: beneficiary.id, phone, language, by },
      ...{ notBefore: Math.max(now, notBefore), caseRef: reference },
    },
  });
  return 'planned';
}
