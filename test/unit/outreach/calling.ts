import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { RidaEvent } from '#events/registry.ts';
import { completeCall } from '#functions/outreach/complete-call.ts';
import { dial } from '#functions/outreach/dial.ts';
import { tickCallOut } from '#functions/sla/tick-call-out.ts';
import { answerOutboundFlow } from '#functions/telephone/outbound-flow.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { CallOutCommand } from '#shared/domain/outreach/decide-call-out.ts';
import { OUTBOUND_LINES } from '#shared/domain/outreach/outbound-lines.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { ContactFacts, Dialled, DialOrder } from '#shared/ports/telephone-system.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { aPlan, CALLING_MORNING } from '#test/builders/a-call-out.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

type EventOf<T extends RidaEvent['type']> = Extract<RidaEvent, { type: T }>;

/**
 * A centre that places calls: the functions over a store in memory, and a telephone system with fixed
 * responses.
 */
export class CallingCentre {
  readonly store = new MemoryStore();
  readonly clock = fixedClock(CALLING_MORNING);
  readonly orders: DialOrder[] = [];
  readonly stopped: string[] = [];
  readonly turns: number[] = [];
  readonly facts = new Map<string, ContactFacts>();
  answer: Dialled | Error | undefined;
  readonly #rules: Rules;

  constructor(outbound: Partial<Rules['outbound']> = {}) {
    this.#rules = { ...shippedRules, outbound: { ...shippedRules.outbound, ...outbound } };
  }

  readonly deps = () => ({
    store: this.store,
    clock: this.clock,
    rules: rulesOf(this.#rules),
    keys: testKeys,
    turn: async (perSecond: number) => void this.turns.push(perSecond),
    telephone: {
      dial: async (order: DialOrder): Promise<Dialled> => {
        this.orders.push(order);
        if (this.answer instanceof Error) throw this.answer;
        return this.answer ?? { contactId: `contact-of-${order.attributes.callOutId}` };
      },
      describe: async (id: string) => this.facts.get(id),
      stop: async (id: string) => this.stopped.push(id) > 0,
    },
  });

  async do(id: string, command: CallOutCommand): Promise<void> {
    const now = this.clock.now();
    const cause = causeId(`${id} ${command.do} ${now}`);
    await updateCallOut(this.store, this.#rules.outbound, {
      ...{ id, command, cause, by: 'agent:salem', at: now, recordedAt: now },
    });
  }

  /** Plan a call to a separate beneficiary, and let its timer run. Return the event for the dialler. */
  async due(
    id = 'call-out-1',
    over: Parameters<typeof aPlan>[0] = {},
  ): Promise<EventOf<'rida.call-out.due.v1'>> {
    await this.do(id, aPlan({ beneficiaryId: `beneficiary-${id}`, ...over }));
    return this.tick(id);
  }

  async tick(id: string): Promise<EventOf<'rida.call-out.due.v1'>> {
    const dueAt = (await this.callOut(id)).nextDueAt ?? 0;
    this.clock.set(Math.max(dueAt, this.clock.now()));
    await tickCallOut(this.deps(), id, causeId(`timer ${id} ${dueAt}`));
    return this.last('rida.call-out.due.v1');
  }

  dial(event: EventOf<'rida.call-out.due.v1'>): Promise<string> {
    return dial(this.deps(), event);
  }

  /** Send a request of the flow. */
  ask(id: string, parameters: Record<string, string>, attempt = 1) {
    const request: ConnectFlowRequest = {
      Details: {
        ContactData: {
          ...{ ContactId: `contact-of-${id}`, Channel: 'VOICE', InitiationMethod: 'API' },
          CustomerEndpoint: { Address: '+966500000001' },
          Attributes: { callOutId: id, attempt: String(attempt) },
        },
        Parameters: parameters,
      },
    };
    return answerOutboundFlow(this.deps(), request);
  }

  /** Close the record of a call. */
  ends(contactId: string, reason = 'CUSTOMER_DISCONNECT'): Promise<string> {
    const at = isoInstant(this.clock.now());
    return completeCall(this.deps(), {
      ...{ id: causeId(`ended ${contactId}`), type: 'rida.call.ended.v1', source: 'rida.intake' },
      ...{ subject: contactId, subjectVersion: 1, time: at, recordedTime: at },
      ...{ correlationId: contactId, causationId: contactId },
      data: { contactId, startedAt: at, seconds: 60, queued: false, answered: false, reason },
    } as EventOf<'rida.call.ended.v1'>);
  }

  completeCall(event: EventOf<'rida.call-out.finished.v1'>): Promise<string> {
    return completeCall(this.deps(), event);
  }

  async callOut(id = 'call-out-1'): Promise<CallOut> {
    const found = await this.store.load('call-out', id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  }

  async linesTaken(): Promise<number> {
    return (await this.store.load('lines', OUTBOUND_LINES))?.taken.length ?? 0;
  }

  events(): RidaEvent[] {
    return this.store.commits.flatMap((commit) => toEnvelopes(commit));
  }

  last<T extends RidaEvent['type']>(type: T): EventOf<T> {
    const found = this.events().findLast((event) => event.type === type);
    if (!found) throw new Error(`no ${type} was told`);
    return found as EventOf<T>;
  }
}
