import { type CallBackFault, type CallBackPlan, planCallBackTo } from '#shared/application/plan-call-back.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

export interface PlanDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly rules: Rules;
}

export type CallBackRefusal = CallBackFault | 'noCase' | 'tooFarAhead';

export interface CallBackRequest extends Omit<CallBackPlan, 'planned'> {
  readonly reference: string;
}

/** Plan one call to the beneficiary of a case, unless a callback to the number is planned already. */
export async function planCallBack(
  { store, rules }: PlanDeps,
  { reference, ...plan }: CallBackRequest,
): Promise<CallBackRefusal | 'planned'> {
  const { notBefore = plan.now, now } = plan;
  if (isTooFarAhead(notBefore, now)) return 'tooFarAhead';
  const supportCase = await store.load('case', reference);
  if (!supportCase || supportCase.erased) return 'noCase';
  return planCallBackTo({ store, rules }, supportCase, plan);
}
