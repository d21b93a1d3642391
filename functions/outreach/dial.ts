import type { EventsOf } from '#events/registry.ts';
import { callsToNumber, talksWith } from '#shared/application/calls-to-number.ts';
import { freeOutboundLine } from '#shared/application/outbound-line.ts';
import { personOf } from '#shared/application/person-of.ts';
import { askEvaluated } from '#shared/application/programme/ask-evaluated.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { callAttributes, flowForPurpose } from '#shared/domain/outreach/contact-attributes.ts';
import type { CallOutCommand } from '#shared/domain/outreach/decide-call-out.ts';
import { lookAgain } from '#shared/domain/outreach/one-call-back.ts';
import { OUTBOUND_LINES, takeLine } from '#shared/domain/outreach/outbound-lines.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import { isOpen, nextOpening } from '#shared/domain/sla/openings.ts';
import { MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Dialled, DialRefusal, Telephone } from '#shared/ports/telephone-system.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface DialDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly telephone: Pick<Telephone, 'dial'>;
  /** Wait for the turn of this process at a rate of calls per second. */
  turn(perSecond: number): Promise<void>;
}

type Due = EventsOf<'outreach/dial'>;

type DialOutcome =
  | 'dialled'
  | 'not-due'
  | 'outside-hours'
  | 'opted-out'
  | 'joined'
  | 'answered'
  | 'own-staff'
  | 'test'
  | 'open-invitation'
  | 'cool-down'
  | 'engaged'
  | 'lines-taken'
  | Exclude<DialRefusal, 'misconfigured'>;

/**
 * The telephone system lacks a setting that calls need. An operator must fix it.
 * @internal exported for tests
 */
export class TelephoneMisconfigured extends Error {
  override readonly name = 'TelephoneMisconfigured';
  readonly code = 'telephone-misconfigured';
}

/** Longer than any call of a flow. */
const LONGEST_CALL = 20 * MINUTE;
/** The delay before a call is retried when all lines are in use or the telephone system is throttling. */
const LINES_TAKEN_WAIT = 2 * MINUTE;
const THROTTLED_WAIT = MINUTE;
/** The delay before a person is called who is on the telephone with the centre. */
const ENGAGED_WAIT = 10 * MINUTE;

/** Look again at the person: they may be on the telephone, or have been spoken to since a callback was planned. */
async function lookedAt(store: Store, callOut: CallOut, now: number) {
  const { beneficiaryId, phone = '' } = callOut;
  const [toNumber, talks] = await Promise.all([
    callsToNumber(store, { phone, beneficiaryId }),
    talksWith(store, beneficiaryId),
  ]);
  return lookAgain(callOut, toNumber, talks, now);
}

/** Return `answered` when the question of a call is not open any more: answered otherwise, or the case was reopened. */
async function answeredOtherwise(
  store: Store,
  { caseRef, question }: CallOut,
): Promise<'answered' | undefined> {
  if (question === undefined || caseRef === undefined) return undefined;
  const { confirmation } = (await store.load('case', caseRef)) ?? {};
  return confirmation?.state === 'asked' && confirmation.question === question ? undefined : 'answered';
}

/**
 * Place a due call once: within the hours, to a beneficiary who has not unsubscribed and still needs it, on a free
 * line and within the rate limit of the account. A call that must wait is planned again. The token is derived from
 * the outbound call and the attempt, so that a retry never rings a second time.
 *
 * @throws TelephoneMisconfigured when calls cannot be placed; any error of the store or the telephone system
 */
export async function dial(deps: DialDeps, event: Due): Promise<DialOutcome> {
  const { store, clock } = deps;
  const rules = await deps.rules.current();
  const { outbound } = rules;
  const { subject: id } = event;
  const { attempt } = event.data;
  const callOut = await store.load('call-out', id, event.subjectVersion);
  if (callOut?.state.is !== 'due' || callOut.state.attempt !== attempt || callOut.phone === undefined)
    return 'not-due';
  const now = clock.now();
  const decided = (command: CallOutCommand): Promise<unknown> =>
    updateCallOut(store, outbound, {
      ...{ id, command, by: 'rida', at: now, recordedAt: now, correlationId: event.correlationId },
      cause: causeId(`${event.id}#${command.do}`),
    });
  const postponed = async (until: number, why: DialOutcome): Promise<DialOutcome> => {
    await decided({ do: 'postpone', attempt, until });
    return why;
  };
  if (!isOpen(outbound.calendar, now)) return postponed(nextOpening(outbound.calendar, now), 'outside-hours');
  const person = await personOf(store, callOut.beneficiaryId);
  if (isUnwanted(callOut.purpose, person?.optOuts ?? [])) {
    await decided({ do: 'give-up', attempt, because: 'opted-out' });
    return 'opted-out';
  }
  const because =
    (await answeredOtherwise(store, callOut)) ??
    (callOut.purpose === 'evaluation' ? await askEvaluated(store, rules, callOut, now) : undefined);
  if (because !== undefined) {
    await decided({ do: 'give-up', attempt, because });
    return because;
  }
  const look = await lookedAt(store, callOut, now);
  if (look === 'engaged') return postponed(now + ENGAGED_WAIT, 'engaged');
  if (look === 'joined') {
    await decided({ do: 'give-up', attempt, because: 'joined' });
    return 'joined';
  }
  if (!(await lineTaken(deps, callOut, attempt, outbound)))
    return postponed(now + LINES_TAKEN_WAIT, 'lines-taken');
  await deps.turn(outbound.perSecond);
  const answer = await ring(deps, callOut, attempt, outbound);
  if ('contactId' in answer) {
    const { contactId } = answer;
    // The handler of the end of the contact finds the outbound call by this token.
    const token = `${id}#${attempt}`;
    await store.recordEffect('call', contactId, { id: 'call-out', at: now, what: 'call-out', to: '', token });
    await decided({ do: 'dialled', attempt, contactId, at: now });
    return 'dialled';
  }
  await freeOutboundLine(store, { callOut: id, attempt }, now);
  const { refused } = answer;
  if (refused === 'throttled' || refused === 'limit') return postponed(now + THROTTLED_WAIT, refused);
  if (refused === 'misconfigured')
    throw new TelephoneMisconfigured(`calls for ${callOut.purpose} cannot be placed`);
  await decided({ do: 'give-up', attempt, because: refused });
  return refused;
}

const ring = (
  { telephone }: DialDeps,
  callOut: CallOut,
  attempt: number,
  { ringMs }: OutboundRules,
): Promise<Dialled> =>
  telephone.dial({
    token: causeId(`call-out:${callOut.id}:${attempt}`),
    to: callOut.phone ?? '',
    flow: flowForPurpose(callOut.purpose),
    attributes: callAttributes(callOut, attempt),
    ringSeconds: Math.round(ringMs / SECOND),
  });

/** Return whether the attempt has a line, reserved now or by an earlier try. */
async function lineTaken(
  { store, clock }: DialDeps,
  { id }: CallOut,
  attempt: number,
  { concurrent, ringMs }: OutboundRules,
): Promise<boolean> {
  const now = clock.now();
  const line = { callOut: id, attempt, until: now + ringMs + LONGEST_CALL };
  const cause = causeId(`line:${id}:${attempt}:${now}`);
  let full = false;
  await updateAggregate(
    store,
    { kind: 'lines', id: OUTBOUND_LINES, cause, by: 'rida', at: now, recordedAt: now },
    (before) => {
      const taken = takeLine(before, line, { now, most: concurrent });
      full = taken === 'full';
      return typeof taken === 'string' ? undefined : { state: taken, events: [] };
    },
  );
  return !full;
}
