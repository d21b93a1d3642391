import { takesMessages } from '#shared/application/telephone/attach-message.ts';
import { isProvenCaller } from '#shared/application/telephone/proven-caller.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { type CallerAct, mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import type { InboundContext } from './inbound-step.ts';

/** Return the case of a reference if the caller may do something with it. */
export async function caseForAct(
  { store, caller }: InboundContext,
  reference: string,
  act: CallerAct,
): Promise<Case | undefined> {
  const parsed = parseReference(reference);
  const supportCase = parsed && (await store.load('case', parsed));
  if (!supportCase || supportCase.erased) return undefined;
  return mayCaller(act, { proven: await isProvenCaller(store, supportCase, caller) })
    ? supportCase
    : undefined;
}

/**
 * Return the case that a message of the caller is added to: as the message of its beneficiary, or as a remark
 * that changes nothing, which only an active case takes.
 */
export async function caseForMessage(desk: InboundContext, reference: string): Promise<Case | undefined> {
  const own = await caseForAct(desk, reference, 'leave-message');
  if (own) return takesMessages(own, desk.rules, desk.now) ? own : undefined;
  const other = await caseForAct(desk, reference, 'leave-remark');
  return other && isActive(other.status) ? other : undefined;
}
