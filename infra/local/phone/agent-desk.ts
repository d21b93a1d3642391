import type { OpenTask, PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import type { AgentResult, PhoneAgent } from './agents.ts';
import { agentOfQueue } from './arns.ts';
import type { CallView } from './call-view.ts';
import type { Floor } from './floor.ts';
import type { PhoneLeg } from './leg.ts';
import { QUEUES } from './local-agent-event.ts';
import { secondsBetween } from './local-contact.ts';
import type { PhoneEvents } from './phone-events.ts';

/** An agent as other agents see them. */
interface AgentView {
  readonly user: string;
  readonly name: string;
  readonly doing: PhoneAgent<PhoneLeg>['doing']['is'];
  readonly held: boolean;
  readonly missed: boolean;
  readonly next?: PhoneAgent<PhoneLeg>['next'];
  readonly seconds: number;
}

/** A queue as supervisors see it. */
interface QueueView {
  readonly queue: string;
  readonly waiting: number;
  readonly longestSeconds: number;
  /** The estimated wait of the next caller. Absent while no agent is signed in. */
  readonly estimateSeconds?: number;
}

/** The data of an agent page. */
export interface DeskView {
  readonly me?: AgentView;
  /** The call that rings, is active, or is in after-call work. */
  readonly call?: CallView;
  /** Seconds the caller waited so far or in total. */
  readonly waitedSeconds?: number;
  readonly agents: readonly AgentView[];
  readonly queues: readonly QueueView[];
  readonly tasks: readonly OpenTask[];
}

/** The agent side of the telephone. Every action resolves when its events are stored. */
export interface AgentDesk {
  signOn(user: string, name: string): Promise<AgentResult>;
  available(user: string): Promise<AgentResult>;
  away(user: string): Promise<AgentResult>;
  signOff(user: string): Promise<AgentResult>;
  answer(user: string): Promise<AgentResult>;
  decline(user: string): Promise<AgentResult>;
  hold(user: string): Promise<AgentResult>;
  resume(user: string): Promise<AgentResult>;
  transfer(user: string, to: { readonly queue: string } | { readonly agent: string }): Promise<AgentResult>;
  end(user: string): Promise<AgentResult>;
  finish(user: string): Promise<AgentResult>;
  /** Add spoken text without a microphone. */
  say(user: string, text: string): Promise<AgentResult>;
  /** Mark a task as done. */
  taskDone(contactId: string): Promise<void>;
  view(user: string | undefined): DeskView;
}

export interface DeskDeps {
  readonly floor: Floor;
  readonly phoneEvents: PhoneEvents;
  readonly exchange: PhoneExchange;
  now(): number;
}

export function openDesk({ floor, phoneEvents, exchange, now }: DeskDeps): AgentDesk {
  const { agents, room } = floor;

  const afterKept = async (done: AgentResult | Promise<AgentResult>): Promise<AgentResult> => {
    const what = await done;
    await phoneEvents.kept();
    return what;
  };

  const agentView = ({ user, name, doing, since, next }: PhoneAgent<PhoneLeg>): AgentView => ({
    user,
    name,
    doing: doing.is,
    held: doing.is === 'talking' && doing.held,
    missed: doing.is === 'away' && doing.missed,
    seconds: secondsBetween(since, now()),
    ...(next && { next }),
  });

  function queueView(queue: string): QueueView {
    const { contacts, oldestAgeSeconds, agents: staff } = room.state(queue, agents.staffing(), now());
    const estimateSeconds = room.estimate(contacts + 1, staff);
    return {
      queue,
      waiting: contacts,
      longestSeconds: contacts === 0 ? 0 : oldestAgeSeconds,
      ...(estimateSeconds !== undefined && { estimateSeconds }),
    };
  }

  return {
    signOn: (user, name) => {
      agents.signOn(user, name);
      return afterKept({ ok: true });
    },
    available: (user) => afterKept(floor.available(user)),
    away: (user) => afterKept(floor.leave(user, 'away')),
    signOff: (user) => afterKept(floor.leave(user, 'gone')),
    answer: (user) => afterKept(floor.answer(user)),
    decline: (user) => afterKept(floor.decline(user)),
    hold: (user) => afterKept(floor.hold(user, true)),
    resume: (user) => afterKept(floor.hold(user, false)),
    transfer: (user, to) => afterKept(floor.transfer(user, to)),
    end: (user) => afterKept(floor.end(user)),
    finish: (user) => afterKept(floor.finish(user)),
    async say(user, text) {
      const line = floor.lineOf(user);
      if (agents.find(user)?.doing.is !== 'talking' || !line) return { ok: false, why: 'not-now' };
      await line.say('agent', text);
      return { ok: true };
    },
    taskDone: async (contactId) => void (await exchange.stop(contactId)),
    view(user) {
      const me = user === undefined ? undefined : agents.find(user);
      const line = user === undefined ? undefined : floor.lineOf(user);
      const queue = line?.leg.contact.queue;
      const own = room.queues().filter((name) => agentOfQueue(name) !== undefined);
      return {
        ...(me && { me: agentView(me) }),
        ...(line && { call: line.view }),
        ...(queue && { waitedSeconds: secondsBetween(queue.enqueuedAt, queue.dequeuedAt ?? now()) }),
        agents: agents.all().map(agentView),
        queues: [...QUEUES, ...own].map(queueView),
        tasks: exchange.tasks(),
      };
    },
  };
}
