import type { Actor } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { personOf } from '#shared/application/person-of.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { ListedCall } from '#shared/domain/outreach/read-list.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface PlanDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly rules: Rules;
}

export interface PlanRequest {
  /** The token of the form: a form sent twice plans once. */
  readonly token: string;
  readonly by: Actor;
  readonly now: number;
}

const AT_ONCE = 10;

/**
 * Plan a call to each person on a list. The id of a call is derived from the form and the number, so a form
 * that is repeated, or retried after a failure, plans every call exactly once.
 */
export async function planList(
  { store, keys, rules }: PlanDeps,
  calls: readonly ListedCall[],
  { token, by, now }: PlanRequest,
): Promise<void> {
  const list = causeId(`list:${token}`);
  const plan = async ({ phone, service, language }: ListedCall): Promise<void> => {
    const id = causeId(`call-out:${list}:${phone}`);
    const beneficiary = await beneficiaryId(keys, { phone });
    await updateCallOut(store, rules.outbound, {
      ...{ id, cause: causeId(`plan:${id}`), by, at: now, recordedAt: now, correlationId: list },
      command: {
        ...{ do: 'plan', purpose: 'evaluation', beneficiaryId: beneficiary, phone, language, by },
        ...{ notBefore: now, service, list },
      },
    });
  };
  for (let at = 0; at < calls.length; at += AT_ONCE)
    await Promise.all(calls.slice(at, at + AT_ONCE).map(plan));
}

export type CallBackRefusal = 'noCase' | 'noPhone' | 'tooFarAhead' | 'unwanted';

export interface CallBackRequest extends PlanRequest {
  readonly reference: string;
  readonly purpose: 'follow-up' | 'investor';
  readonly notBefore?: number | undefined;
}

/** Plan one call to the beneficiary of a case. */
export async function planCallBack(
  { store, rules }: PlanDeps,
  { token, by, now, reference, purpose, notBefore = now }: CallBackRequest,
): Promise<CallBackRefusal | 'planned'> {
  if (isTooFarAhead(notBefore, now)) return 'tooFarAhead';
  const supportCase = await store.load('case', reference);
  if (!supportCase || supportCase.erased) return 'noCase';
  const phone = callerNumber(supportCase.beneficiary.phone);
  if (phone === undefined) return 'noPhone';
  const person = await personOf(store, supportCase.beneficiary.id);
  if (isUnwanted(purpose, person?.optOuts ?? [])) return 'unwanted';
  const id = causeId(`call-out:${token}:${reference}:${purpose}`);
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
