import { type AgentResult, Agents, DONE, legOf, refused } from './agents.ts';
import { agentOfQueue, agentQueue } from './arns.ts';
import type { PhoneLeg } from './leg.ts';
import { secondsBetween } from './local-contact.ts';
import type { PhoneEvents } from './phone-events.ts';
import type { PhoneLine } from './phone-line.ts';
import type { Cancel, Timers } from './timers.ts';
import { byTurn, type WaitingContact, WaitingRoom } from './waiting-room.ts';

/**
 * How long a call rings at an agent before it is offered to another. Source: admin guide, "concepts-routing".
 */
const OFFER_MS = 20_000;
const QUEUE_CAPACITY = 25;
/** The queue that agents serve before all others, regardless of priority. The other queues are equal. */
const FIRST_QUEUE = 'investors';

export interface FloorDeps {
  readonly phoneEvents: PhoneEvents;
  readonly alarms: Timers;
  now(): number;
  /** An agent accepted a callback: ring the phone of the beneficiary. */
  callBack(line: PhoneLine): void;
}

/** Routes waiting callers to agents, and executes the actions of agents. */
export class Floor {
  readonly room = new WaitingRoom<PhoneLine>(QUEUE_CAPACITY);
  readonly agents: Agents<PhoneLeg>;
  readonly #deps: FloorDeps;
  readonly #lines = new Map<PhoneLeg, PhoneLine>();
  readonly #offers = new Map<string, Cancel>();

  constructor(deps: FloorDeps) {
    this.#deps = deps;
    this.agents = new Agents(deps.now, (before, after) => deps.phoneEvents.agent(before, after));
  }

  /** Add a caller to the queue of their leg. */
  enter(line: PhoneLine): void {
    const { queue } = line.leg.contact;
    if (!queue) return;
    this.room.enter({ who: line, queue: queue.name, enqueuedAt: queue.enqueuedAt, ...line.leg.turn });
    this.route();
  }

  /** Remove a leg that no longer has a caller. */
  dropped(line: PhoneLine, leg: PhoneLeg): void {
    this.room.leave(line);
    if (!leg.contact.agent) this.#lines.delete(leg);
    for (const { user, doing } of this.agents.all()) {
      if (legOf(doing) !== leg) continue;
      if (doing.is === 'offered') this.#stopOffer(user, 'available');
      else if (doing.is === 'calling' || doing.is === 'talking')
        this.agents.set(user, { is: 'after-call', leg });
    }
    this.route();
  }

  /** Offer each available agent the call that waited longest. */
  route(): void {
    for (const { user } of this.agents.free()) {
      const next = this.#nextFor(user);
      if (next) this.#offer(user, next.who);
    }
  }

  /** Return the line of an agent. */
  lineOf(user: string): PhoneLine | undefined {
    const doing = this.agents.find(user)?.doing;
    const leg = doing && legOf(doing);
    return leg && this.#lines.get(leg);
  }

  available(user: string): AgentResult {
    const agent = this.agents.find(user);
    if (!agent) return refused('not-signed-on');
    if (agent.doing.is === 'away') {
      this.agents.set(user, { is: 'available' });
      this.route();
    } else if (agent.next) this.agents.plan(user, undefined);
    return DONE;
  }

  /** Set an agent to away or signed off, immediately or after the current call. */
  leave(user: string, how: 'away' | 'gone'): AgentResult {
    const agent = this.agents.find(user);
    if (!agent) return refused('not-signed-on');
    const { is } = agent.doing;
    if (is === 'offered') this.#stopOffer(user, 'away');
    else if (is !== 'available' && is !== 'away') {
      this.agents.plan(user, how);
      return DONE;
    }
    if (how === 'gone') this.agents.signOff(user);
    else this.agents.set(user, { is: 'away', missed: false });
    this.route();
    return DONE;
  }

  async answer(user: string): Promise<AgentResult> {
    const agent = this.agents.find(user);
    if (!agent) return refused('not-signed-on');
    const { doing } = agent;
    if (doing.is !== 'offered') return refused('not-now');
    const line = this.#lines.get(doing.leg);
    this.#offers.get(user)?.();
    this.#offers.delete(user);
    if (!line) return refused('not-now');
    const back = doing.leg.contact.method === 'CALLBACK';
    this.room.leave(line);
    this.agents.set(
      user,
      back ? { is: 'calling', leg: doing.leg } : { is: 'talking', leg: doing.leg, held: false },
    );
    if (!(await line.takenBy(user))) {
      this.agents.set(user, { is: 'available' });
      this.route();
      return refused('not-now');
    }
    if (back) this.#deps.callBack(line);
    else await line.connect();
    return DONE;
  }

  /** Connect the agent after the beneficiary answered a callback. */
  async calledBack(line: PhoneLine): Promise<void> {
    const agent = this.agents.all().find(({ doing }) => legOf(doing) === line.leg);
    if (agent) this.agents.set(agent.user, { is: 'talking', leg: line.leg, held: false });
    await line.connect();
  }

  /** Decline the ringing call. It keeps its position and is offered to another agent. */
  decline(user: string): AgentResult {
    if (this.agents.find(user)?.doing.is !== 'offered') return refused('not-now');
    this.#stopOffer(user, 'missed');
    this.route();
    return DONE;
  }

  async hold(user: string, held: boolean): Promise<AgentResult> {
    const doing = this.agents.find(user)?.doing;
    const line = this.lineOf(user);
    if (doing?.is !== 'talking' || !line) return refused('not-now');
    this.agents.set(user, { ...doing, held });
    await line.hold(held);
    return DONE;
  }

  /** Transfer the caller to a queue or to another agent, who must be signed in. */
  async transfer(
    user: string,
    to: { readonly queue: string } | { readonly agent: string },
  ): Promise<AgentResult> {
    const line = this.lineOf(user);
    if (this.agents.find(user)?.doing.is !== 'talking' || !line) return refused('not-now');
    if ('agent' in to && (to.agent === user || !this.agents.find(to.agent))) return refused('no-such-target');
    await line.transfer('agent' in to ? agentQueue(to.agent) : to.queue);
    return DONE;
  }

  async end(user: string): Promise<AgentResult> {
    const doing = this.agents.find(user)?.doing;
    const line = this.lineOf(user);
    if (!line || (doing?.is !== 'talking' && doing?.is !== 'calling')) return refused('not-now');
    const { leg } = doing;
    this.agents.set(user, { is: 'after-call', leg });
    await (doing.is === 'calling' ? line.giveUp('TELECOM_ORIGINATOR_CANCEL') : line.agentLeaves());
    return DONE;
  }

  /** Finish after-call work. */
  async finish(user: string): Promise<AgentResult> {
    const doing = this.agents.find(user)?.doing;
    if (doing?.is !== 'after-call') return refused('not-now');
    const { leg } = doing;
    leg.apply({ do: 'finish' });
    const { agent } = leg.contact;
    if (agent) this.room.handled(secondsBetween(agent.connectedAt, this.#deps.now()));
    this.#lines.delete(leg);
    this.agents.set(user, { is: 'available' });
    this.route();
    await this.#deps.phoneEvents.kept();
    return DONE;
  }

  #nextFor(user: string): WaitingContact<PhoneLine> | undefined {
    const offered = new Set(this.agents.all().map(({ doing }) => legOf(doing)));
    const free = (queue: string) => this.room.inQueue(queue).filter(({ who }) => !offered.has(who.leg));
    const [own] = free(agentQueue(user));
    const [first] = free(FIRST_QUEUE);
    const shared = this.room.queues().filter((queue) => agentOfQueue(queue) === undefined);
    return own ?? first ?? shared.flatMap(free).sort(byTurn)[0];
  }

  #offer(user: string, line: PhoneLine): void {
    const { leg } = line;
    const until = this.#deps.now() + OFFER_MS;
    leg.apply({ do: 'offer' });
    this.#lines.set(leg, line);
    this.agents.set(user, { is: 'offered', leg, until });
    const missed = async (): Promise<void> => {
      this.decline(user);
      await this.#deps.phoneEvents.kept();
    };
    this.#offers.set(user, this.#deps.alarms.set(until, missed));
  }

  #stopOffer(user: string, then: 'available' | 'away' | 'missed'): void {
    this.#offers.get(user)?.();
    this.#offers.delete(user);
    const doing =
      then === 'available' ? ({ is: then } as const) : ({ is: 'away', missed: then === 'missed' } as const);
    this.agents.set(user, doing);
  }
}
