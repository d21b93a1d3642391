import type { PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { CallView } from './call-view.ts';
import type { Floor } from './floor.ts';
import type { CallBackOrder } from './flow-world.ts';
import type { LegStart, PhoneLeg } from './leg.ts';
import type { AnsweredBy } from './local-contact.ts';
import type { PhoneLine } from './phone-line.ts';
import type { Cancel, Timers } from './timers.ts';

export interface CallOutDeps {
  readonly alarms: Timers;
  readonly clock: Clock;
  readonly exchange: PhoneExchange;
  readonly floor: Floor;
  leg(start: LegStart): PhoneLeg;
  line(first: PhoneLeg): Promise<PhoneLine>;
  /** Return whether a flow of this name exists. */
  knows(flow: string): boolean;
}

/** Calls from the centre to beneficiaries: outbound calls and callbacks. */
export interface CallsOut {
  /** Schedule a callback that a flow promised. */
  callBackLater(line: PhoneLine, order: CallBackOrder): void;
  /** Ring the phone of a beneficiary after an agent accepted the callback. */
  ringBack(line: PhoneLine): void;
  pickUp(line: PhoneLine, by: AnsweredBy): Promise<CallView>;
  dropped(line: PhoneLine, leg: PhoneLeg): void;
}

interface Pending {
  readonly order: CallBackOrder;
  readonly attempt: number;
}

const RING_BACK_MS = 45_000;

export function callsOut(deps: CallOutDeps): CallsOut {
  const { alarms, clock, exchange, floor, leg, line, knows } = deps;
  /** Callbacks that are retried when the beneficiary does not answer. */
  const callBacks = new Map<PhoneLine, Pending>();
  const flows = new Map<PhoneLine, string>();
  const rings = new Map<PhoneLine, Cancel>();

  function ring(of: PhoneLine, why: 'callback' | 'call-out', ms: number): void {
    const until = clock.now() + ms;
    of.rings({ why, until });
    rings.set(
      of,
      alarms.set(until, async () => void (await of.giveUp('TELECOM_UNANSWERED'))),
    );
  }

  function quiet(of: PhoneLine): void {
    rings.get(of)?.();
    rings.delete(of);
  }

  async function placeCallBack(before: PhoneLeg, { order, attempt }: Pending): Promise<void> {
    const { id, initialId = id, attributes } = before.contact;
    const next = leg({
      method: 'CALLBACK',
      ...{ initialId, previousId: id, customer: order.number, attributes },
    });
    next.turn = before.turn;
    const of = await line(next);
    callBacks.set(of, { order, attempt });
    await of.begin(order.flow === undefined ? { queue: order.queue } : { flow: order.flow });
  }

  const later = (before: PhoneLeg, pending: Pending, seconds: number): void =>
    void alarms.set(clock.now() + seconds * 1000, () => placeCallBack(before, pending));

  exchange.onDial({
    async ring({ contactId, order }) {
      if (!knows(order.flow)) throw new RangeError(`there is no flow called ${order.flow}`);
      const first = leg({ method: 'API', id: contactId, customer: order.to, attributes: order.attributes });
      const of = await line(first);
      flows.set(of, order.flow);
      ring(of, 'call-out', order.ringSeconds * 1000);
    },
    async end(contactId) {
      const of = [...flows.keys()].find(({ id }) => id === contactId);
      await of?.stop();
    },
  });

  return {
    callBackLater: (of, order) => later(of.leg, { order, attempt: 1 }, order.delaySeconds),
    ringBack: (of) => ring(of, 'callback', RING_BACK_MS),
    async pickUp(of, by) {
      if (!(await of.pickUp(by))) return of.view;
      quiet(of);
      const flow = flows.get(of);
      if (flow !== undefined) return of.begin({ flow });
      await floor.calledBack(of);
      return of.view;
    },
    dropped(of, gone) {
      quiet(of);
      flows.delete(of);
      const pending = callBacks.get(of);
      callBacks.delete(of);
      if (!pending || gone.contact.connectedAt !== undefined) return;
      const { attempts = 1, retrySeconds = 0 } = pending.order;
      if (gone.contact.agent === undefined || pending.attempt >= attempts) return;
      later(gone, { ...pending, attempt: pending.attempt + 1 }, retrySeconds);
    },
  };
}
