import type { SurveyChannel, SurveySuppression } from '#events/vocabulary.ts';

/** A reason to ask later. */
type WaitReason = 'too-early' | 'quiet-hours';

/** A reason that decides. `staff` exists in old events only. */
export type DispatchReason = Exclude<SurveySuppression, 'staff'> | WaitReason;

/** The effect of a reason on a channel: the person is not asked, is asked later, or it does not matter there. */
type Effect = 'suppress' | 'wait' | 'pass';

type Row = Readonly<Record<SurveyChannel, Effect>>;

const row = (
  mail: Effect,
  afterCall: Effect,
  followUp: Effect,
  evaluation: Effect,
  message: Effect,
): Row => ({ mail, 'after-call': afterCall, 'follow-up': followUp, evaluation, message });

/**
 * The decision table of surveys: each reason on each channel, the first reason that applies deciding. A survey at the
 * end of a call is about the call, and an evaluation is about an e-service, so that the end of a case does not
 * matter there. A missing row or cell does not compile.
 */
const dispatchTable: Readonly<Record<DispatchReason, Row>> = {
  //                       mail        after-call  follow-up   evaluation  message
  erased: /*            */ row('suppress', 'suppress', 'suppress', 'suppress', 'suppress'),
  merged: /*            */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  spam: /*              */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  quarantined: /*       */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  machine: /*           */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  thanks: /*            */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  withdrawn: /*         */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  duplicate: /*         */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  'not-worked': /*      */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  reopened: /*          */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  closed: /*            */ row('suppress', 'pass', 'suppress', 'pass', 'suppress'),
  answered: /*          */ row('suppress', 'suppress', 'suppress', 'pass', 'suppress'),
  'own-staff': /*       */ row('suppress', 'suppress', 'suppress', 'suppress', 'suppress'),
  test: /*              */ row('suppress', 'suppress', 'suppress', 'suppress', 'suppress'),
  'no-address': /*      */ row('suppress', 'pass', 'suppress', 'suppress', 'suppress'),
  'address-failing': /* */ row('suppress', 'pass', 'pass', 'pass', 'pass'),
  unauthenticated: /*   */ row('suppress', 'pass', 'pass', 'pass', 'pass'),
  'not-sampled': /*     */ row('suppress', 'suppress', 'suppress', 'pass', 'suppress'),
  'opted-out': /*       */ row('suppress', 'suppress', 'suppress', 'suppress', 'suppress'),
  'no-calls': /*        */ row('pass', 'pass', 'suppress', 'suppress', 'pass'),
  'open-invitation': /* */ row('suppress', 'suppress', 'suppress', 'suppress', 'suppress'),
  'cool-down': /*       */ row('suppress', 'suppress', 'suppress', 'suppress', 'suppress'),
  'too-early': /*       */ row('wait', 'pass', 'wait', 'pass', 'wait'),
  'quiet-hours': /*     */ row('wait', 'pass', 'wait', 'wait', 'wait'),
};

/**
 * The reasons in the order in which they decide.
 * @internal exported for tests
 */
export const dispatchOrder = Object.keys(dispatchTable) as readonly DispatchReason[];

/** The channels of surveys, in the order in which pages show them. */
export const surveyChannels: readonly SurveyChannel[] = [
  'mail',
  'after-call',
  'follow-up',
  'evaluation',
  'message',
];

/** Whether to ask on a channel now. */
export type Dispatch =
  | { readonly do: 'ask' }
  | { readonly do: 'suppress'; readonly because: Exclude<DispatchReason, WaitReason> }
  | { readonly do: 'wait'; readonly because: WaitReason };

/** Decide by the reasons that apply: the first one in the table that matters on the channel. */
export function dispatched(channel: SurveyChannel, reasons: ReadonlySet<DispatchReason>): Dispatch {
  for (const because of dispatchOrder) {
    const effect = reasons.has(because) ? dispatchTable[because][channel] : 'pass';
    if (effect === 'suppress') return { do: 'suppress', because } as Dispatch;
    if (effect === 'wait') return { do: 'wait', because } as Dispatch;
  }
  return { do: 'ask' };
}
