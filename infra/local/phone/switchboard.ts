import type { PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import type { CallLine } from '#shared/domain/telephone/line.ts';
import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import { createCall, type FlowCall } from '#shared/flow/interpreter.ts';
import type { BlobStore, Clock, RulesSource } from '#shared/ports/outside.ts';
import { type AgentDesk, openDesk } from './agent-desk.ts';
import type { CallView } from './call-view.ts';
import { CALLED } from './caller-lines.ts';
import { type CallsOut, callsOut } from './calls-out.ts';
import { Floor } from './floor.ts';
import { flowWorld, type WorldDeps } from './flow-world.ts';
import { type LegStart, PhoneLeg } from './leg.ts';
import type { Beginning } from './line-run.ts';
import { type Listeners, PhoneEvents } from './phone-events.ts';
import { PhoneLine } from './phone-line.ts';
import { PhoneLines } from './phone-lines.ts';
import { Recorder } from './recorder.ts';
import { Timers } from './timers.ts';
import { Transcript } from './transcript.ts';
import { agentTransferFlow, silentFlow } from './transfer-flow.ts';

export interface SwitchboardDeps {
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly exchange: PhoneExchange;
  readonly blobs: BlobStore;
  /** The flows of the centre by name, as they are deployed to Connect. */
  readonly flows: Readonly<Record<string, Flow>>;
  readonly functions: WorldDeps['functions'];
  readonly listeners: Listeners;
}

/** The telephone system of one computer. Calls run the same flows as in Amazon Connect. */
export interface Switchboard {
  /** Place a call to a line of the centre. Without a number, the caller id is withheld. */
  call(caller?: string, line?: CallLine): Promise<CallView>;
  find(id: string): PhoneLine | undefined;
  /** Return the queue position of a contact; undefined when it is not in a queue. */
  placeOf(contactId: string): QueuePlace | undefined;
  /** Return the newest calls, newest first. */
  calls(): readonly CallView[];
  /** Answer the ringing phone of a beneficiary by a person or an answering machine. */
  pickUp(id: string, by: 'person' | 'machine'): Promise<CallView | undefined>;
  /** Decline the ringing call. */
  decline(id: string): Promise<CallView | undefined>;
  /** The agent side. */
  readonly desk: AgentDesk;
  /** Return the next instant of an automatic action, such as a ring timeout. */
  nextDueAt(): number | undefined;
  /** Run all automatic actions that are due. */
  tick(): Promise<void>;
}

/** Open the switchboard. Active calls are kept in memory; their effects are in the store. */
export function openSwitchboard(deps: SwitchboardDeps): Switchboard {
  const { rules, clock, exchange } = deps;
  const now = (): number => clock.now();
  const phoneEvents = new PhoneEvents(deps.listeners, now);
  const alarms = new Timers();
  const lines = new PhoneLines();
  const calendars = new WeakMap<PhoneLine, Parameters<typeof flowWorld>[2]>();

  const leg = (start: LegStart): PhoneLeg => new PhoneLeg(start, { phoneEvents, exchange, now });

  async function line(first: PhoneLeg): Promise<PhoneLine> {
    const { desk } = await rules.current();
    const transcript = new Transcript();
    const made = new PhoneLine(first, {
      transcript,
      recorder: new Recorder(deps.blobs, transcript, now),
      now,
      leg,
      flow: run,
      queued: (of) => floor.enter(of),
      dropped: (of, gone) => {
        floor.dropped(of, gone);
        out.dropped(of, gone);
      },
      place: (of) => floor.room.place(of),
      kept: () => phoneEvents.kept(),
    });
    calendars.set(made, desk.calendar);
    lines.add(made);
    return made;
  }

  function run(of: PhoneLine, { contact }: PhoneLeg, from: Beginning): FlowCall {
    const calendar = calendars.get(of);
    const waiting = contact.method === 'CALLBACK' ? silentFlow.name : 'waiting';
    const flow = 'flow' in from ? deps.flows[from.flow] : agentTransferFlow(from.queue, waiting).toFlow();
    if (flow === undefined || calendar === undefined)
      throw new Error(`there is no flow called ${'flow' in from ? from.flow : from.queue}`);
    const { id: contactId, initialId, previousId, customer, system, attributes, method } = contact;
    return createCall({
      flow,
      flows: { ...deps.flows, [silentFlow.name]: silentFlow.toFlow() },
      contact: {
        ...{ contactId, attributes, initiationMethod: method },
        ...(initialId !== undefined && { initialContactId: initialId }),
        ...(previousId !== undefined && { previousContactId: previousId }),
        ...(customer !== undefined && { customer }),
        ...(system !== undefined && { system }),
      },
      world: flowWorld(world, of, calendar),
    });
  }

  const floor: Floor = new Floor({ phoneEvents, alarms, now, callBack: (of) => out.ringBack(of) });
  const knows = (flow: string): boolean => Object.hasOwn(deps.flows, flow);
  const out: CallsOut = callsOut({ alarms, clock, exchange, floor, leg, line, knows });
  const world: WorldDeps = {
    ...{ clock, exchange, floor, functions: deps.functions },
    callBackLater: (of, order) => out.callBackLater(of, order),
  };

  return {
    async call(caller, on = 'general') {
      const { number: system, flow } = CALLED[on];
      const first = leg({ method: 'INBOUND', system, ...(caller !== undefined && { customer: caller }) });
      return (await line(first)).begin({ flow });
    },
    find: (id) => lines.find(id),
    placeOf(contactId) {
      const of = lines.all().find(({ leg: { id } }) => id === contactId);
      const queue = of?.leg.contact.queue?.name;
      if (!of || queue === undefined) return undefined;
      // A flow may ask for the position before the caller is in the queue.
      const position = floor.room.place(of) ?? floor.room.inQueue(queue).length + 1;
      return { position, waitSeconds: floor.room.estimate(position, floor.agents.staffing()) };
    },
    calls: () => lines.all().map(({ view }) => view),
    pickUp: async (id, by) => {
      const of = lines.find(id);
      return of && out.pickUp(of, by === 'person' ? 'HUMAN_ANSWERED' : 'VOICEMAIL_BEEP');
    },
    decline: async (id) => lines.find(id)?.giveUp('TELECOM_BUSY'),
    desk: openDesk({ floor, phoneEvents, exchange, now }),
    nextDueAt: () => alarms.next(),
    tick: () => alarms.ring(now()),
  };
}
