import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { recordAgentEvent } from '#functions/telephone/agent-events.ts';
import { recordContactEvent } from '#functions/telephone/contact-events.ts';
import { recordContactRecord } from '#functions/telephone/contact-records.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { aCase } from '#test/builders/a-case.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import type { Line, Sample, Samples } from '../sample.ts';
import { inbound, type World } from '../world.ts';

const recorded = (what: string, outcome: string): Line => ['info', `${what}-recorded`, { outcome }];
const answered = (step: string): Line => ['info', 'flow-answered', { step }];

/** A request of a flow for a contact. */
const request = (parameters: Record<string, string>, attributes: Record<string, string> = {}) => ({
  Details: {
    ContactData: {
      ...{ ContactId: 'contact-1', Channel: 'VOICE', InitiationMethod: 'INBOUND', Attributes: attributes },
      CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+966500000001' },
    },
    Parameters: parameters,
  },
});
const asks = (step: string, parameters: Record<string, string> = {}): Sample => ({
  given: async () => [request({ step, ...parameters })],
  lines: [answered(step)],
});
const calledOut = (step: string, parameters: Record<string, string> = {}): Sample => ({
  given: async (world) => {
    await world.due();
    await world.doCallOut('call-out-1', { do: 'dialled', attempt: 1, contactId: 'contact-1', at: T });
    return [request({ step, ...parameters }, { callOutId: 'call-out-1', attempt: '1' })];
  },
  lines: [answered(step)],
});
/** A case that the flow names. */
const about =
  (step: string, parameters: (reference: string) => Record<string, string>): Sample['given'] =>
  async (world: World) => {
    const supportCase = aCase();
    world.store.seed(supportCase);
    return [request({ step, ...parameters(supportCase.id) })];
  };
const keyed = (reference: string): string => {
  const parsed = parseReference(reference);
  return parsed ? keysOf(parsed) : '';
};
const contactEvent = (channel: string) => {
  const sample = inbound('connect-contact-event');
  return { ...sample, detail: { ...(sample.detail as object), channel } };
};

export const telephone = {
  'telephone/contact-events': {
    committed: {
      given: async () => [contactEvent('VOICE')],
      lines: [recorded('contact-event', 'committed')],
    },
    duplicate: {
      given: async (world) => {
        await recordContactEvent(world, connectContactEvent.parse(contactEvent('VOICE')));
        return [contactEvent('VOICE')];
      },
      lines: [recorded('contact-event', 'duplicate')],
    },
    'not-a-call': {
      given: async () => [contactEvent('CHAT')],
      lines: [recorded('contact-event', 'not-a-call')],
    },
  },
  'telephone/contact-records': {
    committed: {
      given: async () => [inbound('connect-contact-record')],
      lines: [recorded('contact-record', 'committed')],
    },
    duplicate: {
      given: async (world) => {
        await recordContactRecord(world, connectContactRecord.parse(inbound('connect-contact-record')));
        return [inbound('connect-contact-record')];
      },
      lines: [recorded('contact-record', 'duplicate')],
    },
    'not-a-call': {
      given: async () => [{ ...inbound('connect-contact-record'), Channel: 'CHAT' }],
      lines: [recorded('contact-record', 'not-a-call')],
    },
  },
  'telephone/agent-events': {
    new: {
      given: async () => [inbound('connect-agent-event')],
      lines: [['info', 'agent-event-recorded', { calls: 1 }]],
    },
    'nothing new': {
      given: async (world) => {
        await recordAgentEvent(world, connectAgentEvent.parse(inbound('connect-agent-event')));
        return [inbound('connect-agent-event')];
      },
      lines: [['info', 'agent-event-recorded', { calls: 0 }]],
    },
  },
  'telephone/inbound-flow': {
    greet: asks('greet'),
    register: asks('register', { type: 'report', topic: '1' }),
    status: { given: about('status', (id) => ({ entered: keyed(id) })), lines: [answered('status')] },
    verify: {
      given: about('verify', (reference) => ({ reference, digits: '1111', tries: '0' })),
      lines: [answered('verify')],
    },
    message: asks('message'),
    place: asks('place'),
    'no place': {
      given: async (world) => {
        world.place = () => Promise.reject(new Error('Connect does not answer'));
        return [request({ step: 'place' })];
      },
      lines: [['warn', 'no-queue-place'], answered('place')],
    },
    number: asks('number', { entered: '0500000001', tries: '0' }),
    callback: asks('callback', { type: 'report' }),
  },
  'telephone/outbound-flow': {
    begin: calledOut('begin'),
    machine: calledOut('machine'),
    silent: calledOut('silent'),
    refused: calledOut('refused'),
    'wrong-number': calledOut('wrong-number'),
    'not-user': calledOut('not-user'),
    later: calledOut('later', { choice: '1' }),
    never: calledOut('never'),
    answer: calledOut('answer', { question: 'finished', key: '1' }),
    remark: calledOut('remark'),
    register: calledOut('register', { type: 'report' }),
    agent: calledOut('agent'),
    done: calledOut('done'),
  },
  'telephone/survey-flow': {
    offer: asks('offer'),
    answer: asks('answer', { score: '5', finished: 'yes' }),
  },
  'telephone/connect-hours': {
    kept: {
      given: async () => [],
      lines: [['info', 'connect-hours-kept', { differing: [] }]],
    },
    differ: {
      given: async (world) => {
        // An override that was entered by hand closes a day.
        await world.hours.add({ from: 20_458, to: 20_458, week: {} });
        for (const stretch of world.hours.hours.temporary) Object.assign(stretch, { own: false });
        return [];
      },
      lines: [['error', 'connect-hours-differ']],
    },
  },
} satisfies Partial<Samples>;
