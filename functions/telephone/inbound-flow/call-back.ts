import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { talksWith } from '#shared/application/calls-to-number.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { Effect } from '#shared/ports/store.ts';
import { caseForAct } from './case-of-caller.ts';
import type { InboundContext, InboundStep } from './inbound-step.ts';
import { asReference, caseOf } from './register.ts';
import { reportCall } from './report-call.ts';

const WHAT = 'call-back';
/** A callback that has not reached anyone after this time is over. */
const LASTS = 24 * HOUR;

const effectIn = (callId: string): string => `${WHAT}:${callId}`;

/** Return the pseudonymous id of the number to call. */
const numberId = ({ keys, caller }: InboundContext, to: string | undefined): Promise<string> | string => {
  const phone = callerNumber(to) ?? caller.phone;
  return phone === undefined ? caller.beneficiary : beneficiaryId(keys, { phone });
};

const isBooking =
  (now: number) =>
  ({ what, at }: Effect): boolean =>
    what === WHAT && at > now - LASTS;

/** Return whether an earlier call booked a callback to the number that has not been kept. */
async function isBookedBefore(desk: InboundContext, number: string): Promise<boolean> {
  const { store, now, caller } = desk;
  const booked = (await store.effects('person', number)).filter(isBooking(now));
  const others = booked.filter(({ token }) => token !== caller.callId);
  const calls = await Promise.all(others.map(({ token }) => store.load('call', token)));
  return calls.some((call) => call !== undefined && callSummary(call).outcome === 'callback');
}

/**
 * Register a callback on the call, with a case that tells the agent the reason. A number has one callback: `booked`
 * is `before` when an earlier call booked it.
 *
 * @param parameters `caseRef`: the case of the call, if any; `type`: the chosen type, if any; `number`: the
 * number to call
 */
export const callback: InboundStep = async (desk, { caseRef = '', type, number: to = '' }) => {
  const { store, now, caller } = desk;
  const { id: reference } =
    (await caseForAct(desk, caseRef, 'ask-for-call')) ??
    (await caseOf(desk, { type, callBackOn: callerNumber(to) }));
  const number = await numberId(desk, to);
  if (await isBookedBefore(desk, number)) return { ...asReference(desk, reference), booked: 'before' };
  const effect = { id: effectIn(caller.callId), at: now, what: WHAT, to: '', token: caller.callId };
  await store.recordEffect('person', number, effect);
  await reportCall(desk, 'callback', { callback: true, caseRef: reference });
  return { ...asReference(desk, reference), booked: 'now' };
};

/**
 * Return whether a callback is still needed, before an agent is offered it: not when the person was spoken to since
 * it was booked.
 */
export const wanted: InboundStep = async (desk) => {
  const { store, caller } = desk;
  const number = await numberId(desk, undefined);
  const booking = await store.effect('person', number, effectIn(caller.callId));
  if (booking === undefined) return { wanted: 'true' };
  const talks = await talksWith(store, number);
  const isServed = talks.some(({ answeredAt }) => answeredAt !== undefined && answeredAt >= booking.at);
  return { wanted: String(!isServed) };
};
