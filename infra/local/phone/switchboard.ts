import { randomUUID } from 'node:crypto';
import { flows } from '#infra/aws/flows/index.ts';
import type { PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { createCall, type QueueState } from '#shared/flow/interpreter.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { FlowAnswer } from '#shared/runtime/chain-flow.ts';
import type { LambdaHandler } from '#shared/runtime/lambda.ts';
import { contactEvent } from './contact-events.ts';
import { type CallView, PhoneCall } from './phone-call.ts';

export interface SwitchboardDeps {
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly exchange: PhoneExchange;
  /** The functions a flow calls, by name. */
  readonly functions: Readonly<Record<string, LambdaHandler<unknown, FlowAnswer>>>;
  /** Takes a contact event for delivery. */
  deliver(event: ReturnType<typeof contactEvent>): Promise<void>;
}

/** The telephone system of one computer: calls run the very flows that Amazon Connect is given. */
export interface Switchboard {
  /** A call comes in; without a number it is withheld. */
  call(caller?: string): Promise<CallView>;
  find(id: string): PhoneCall | undefined;
  /** The newest calls, newest first. */
  calls(): readonly CallView[];
}

const QUEUE_CAPACITY = 25;
const KEPT_CALLS = 200;
const compiled = Object.fromEntries(flows.map((flow) => [flow.name, flow.toFlow()]));

/** Opens the switchboard. Calls in progress live in memory; what they did is in the store. */
export function openSwitchboard(deps: SwitchboardDeps): Switchboard {
  const { rules, clock, exchange, functions, deliver } = deps;
  const calls = new Map<string, PhoneCall>();
  const waiting = (): number =>
    [...calls.values()].filter(({ view }) => view.state === 'waiting-for-queue').length;

  const queueState = (): QueueState => ({
    contacts: waiting(),
    capacity: QUEUE_CAPACITY,
    oldestAgeSeconds: 0,
    agents: { online: 1, staffed: 1, available: 1 },
  });

  function forget(): void {
    const [oldest] = [...calls.values()].filter(({ view }) => view.state === 'ended');
    if (calls.size > KEPT_CALLS && oldest) calls.delete(oldest.id);
  }

  return {
    async call(caller) {
      const main = compiled.main;
      if (main === undefined) throw new Error('there is no flow called main');
      const { desk } = await rules.current();
      const id = randomUUID();
      const call = createCall({
        flow: main,
        flows: compiled,
        contact: {
          contactId: id,
          system: '+966920000940',
          ...(caller !== undefined && { customer: caller }),
        },
        world: {
          lambda: async (name, event) => {
            const called = functions[name];
            if (!called) throw new Error(`no function is called ${name}`);
            return called(event, { awsRequestId: randomUUID() });
          },
          isOpen: (_hours, at) => isOpen(desk.calendar, at),
          queue: queueState,
          now: () => clock.now(),
        },
      });
      const made = new PhoneCall({
        id,
        call,
        ...(caller !== undefined && { caller }),
        now: () => clock.now(),
        async tell(event, facts) {
          if (event === 'INITIATED') exchange.register(id, facts);
          else exchange.update(id, facts);
          await deliver(contactEvent(event, id, facts, clock.now()));
        },
      });
      calls.set(id, made);
      forget();
      return made.start();
    },
    find: (id) => calls.get(id),
    calls: () => [...calls.values()].map(({ view }) => view).reverse(),
  };
}
