import { randomUUID } from 'node:crypto';
import type { PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import type { Effect, World } from '#shared/flow/interpreter.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { FlowAnswer, LambdaHandler } from '#shared/runtime/lambda.ts';
import type { Floor } from './floor.ts';
import type { PhoneLine } from './phone-line.ts';

export type CallBackOrder = Extract<Effect, { readonly type: 'callback' }>;

export interface WorldDeps {
  readonly clock: Clock;
  readonly exchange: PhoneExchange;
  readonly floor: Floor;
  /** The functions that flows call, by name. */
  readonly functions: Readonly<Record<string, LambdaHandler<unknown, FlowAnswer>>>;
  callBackLater(line: PhoneLine, order: CallBackOrder): void;
}

type Calendar = Awaited<ReturnType<RulesSource['current']>>['desk']['calendar'];

async function perform(deps: WorldDeps, line: PhoneLine, effect: Effect): Promise<void> {
  const { leg, recorder } = line;
  switch (effect.type) {
    case 'recording': {
      const { participants, automated = recorder.wanted.automated } = effect;
      recorder.wanted = { agent: participants.length > 0, automated };
      return;
    }
    case 'routing': {
      const { priority = leg.turn.priority, addSeconds: addedSeconds = leg.turn.addedSeconds } = effect;
      leg.turn = { priority, addedSeconds };
      deps.floor.room.adjust(line, leg.turn);
      return;
    }
    case 'callback':
      deps.callBackLater(line, effect);
      return;
    case 'task': {
      const { name, description, attributes, flow = '', delaySeconds } = effect;
      const at = delaySeconds === undefined ? {} : { at: deps.clock.now() + delaySeconds * 1000 };
      const token = `${leg.id}:${name}`;
      await deps.exchange.task({ token, name, description, url: '', flow, attributes, ...at });
      return;
    }
    default:
      return;
  }
}

/** Return the environment of a flow on this computer: functions, hours, queues, recordings and callbacks. */
export const flowWorld = (deps: WorldDeps, line: PhoneLine, calendar: Calendar): Partial<World> => ({
  lambda: async (name, event) => {
    const called = deps.functions[name];
    if (!called) throw new Error(`there is no function "${name}"`);
    return called(event, { awsRequestId: randomUUID() });
  },
  isOpen: (_hours, at) => isOpen(calendar, at),
  queue: (name) => deps.floor.room.state(name, deps.floor.agents.staffing(), deps.clock.now()),
  queued: (name) => line.waits(name),
  result: ({ type }) => {
    if (type !== 'CheckOutboundCallStatus') return undefined;
    return line.leg.contact.answeredBy === 'VOICEMAIL_BEEP' ? 'VoicemailBeep' : 'CallAnswered';
  },
  now: () => deps.clock.now(),
  effect: (effect) => perform(deps, line, effect),
});
