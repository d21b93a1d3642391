import type { LocalContactRecord } from '#infra/local/phone/contact-record.ts';
import type { LocalAgentEvent } from '#infra/local/phone/local-agent-event.ts';
import type { LocalContactEvent } from '#infra/local/phone/local-contact-event.ts';
import { openSwitchboard } from '#infra/local/phone/switchboard.ts';
import { phoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import {
  createCallback,
  defineFlow,
  disconnect,
  listen,
  menu,
  setEventHook,
  setLanguage,
  setQueue,
  setRecording,
  setRouting,
  transferToFlow,
  transferToQueue,
} from '#shared/flow/builder.ts';
import type { DialOrder } from '#shared/ports/telephone-system.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { moveToQueue } from '#test/unit/flow/more-blocks.ts';

const bilingual = (text: string) => ({ ar: text, en: text });
const bye = { onError: 'bye' } as const;
const toQueue = { onCapacity: 'bye', ...bye } as const;

/**
 * A small centre: 1 general, 2 investors with priority, 3 leaves a message, 4 asks for a callback, 5 adds two
 * minutes to the waiting time. In the queue: 1 asks for a callback, 2 moves to the staff queue. After the
 * call: a question, answered by any key.
 */
const main = defineFlow('main', {
  kind: 'CONTACT_FLOW',
  start: 'language',
  blocks: {
    language: setLanguage('ar', { next: 'record', onError: 'record' }),
    record: setRecording(['Agent', 'Customer'], { next: 'after' }),
    after: setEventHook('CustomerRemaining', 'after-call', { next: 'waiting', onError: 'waiting' }),
    waiting: setEventHook('CustomerQueue', 'waiting', { next: 'ask', onError: 'ask' }),
    ask: menu({
      ...{ prompt: bilingual('؟'), timeoutSeconds: 5, attempts: 2, onGiveUp: 'general', ...bye },
      keys: { 1: 'general', 2: 'first', 3: 'message', 4: 'back in general', 5: 'sooner' },
    }),
    general: setQueue('general', { next: 'transfer', ...bye }),
    first: setRouting({ priority: 1 }, { next: 'investors' }),
    investors: setQueue('investors', { next: 'transfer', ...bye }),
    sooner: setRouting({ addSeconds: 120 }, { next: 'general' }),
    transfer: transferToQueue(toQueue),
    message: listen({
      prompt: bilingual('🎤'),
      maxSeconds: 120,
      recorded: ['Agent', 'Customer'],
      next: 'bye',
      ...bye,
    }),
    'back in general': setQueue('general', { next: 'back', ...bye }),
    back: createCallback({ delaySeconds: 5, attempts: 2, retrySeconds: 600, next: 'bye', ...bye }),
    bye: disconnect(),
  },
});

const investors = defineFlow('investors', {
  kind: 'CONTACT_FLOW',
  start: 'go',
  blocks: { go: transferToFlow('main', { onError: 'bye' }), bye: disconnect() },
});
const staff = defineFlow('staff', {
  kind: 'CONTACT_FLOW',
  start: 'go',
  blocks: { go: transferToFlow('main', { onError: 'bye' }), bye: disconnect() },
});

const waiting = defineFlow('waiting', {
  kind: 'CUSTOMER_QUEUE',
  start: 'ask',
  blocks: {
    ask: menu({
      ...{ prompt: bilingual('⏳'), timeoutSeconds: 30, attempts: 3, onGiveUp: 'ask', ...bye },
      keys: { 1: 'back', 2: 'move' },
    }),
    back: createCallback({ delaySeconds: 5, attempts: 2, retrySeconds: 600, next: 'bye', ...bye }),
    move: moveToQueue('staff', toQueue),
    bye: disconnect(),
  },
});

const question = (name: string) =>
  defineFlow(name, {
    kind: 'CONTACT_FLOW',
    start: 'ask',
    blocks: {
      ask: menu({
        ...{ prompt: bilingual('🙂'), timeoutSeconds: 5, attempts: 1, onGiveUp: 'bye', ...bye },
        keys: { 1: 'bye', 5: 'bye', 0: 'general' },
      }),
      general: setQueue('general', { next: 'transfer', ...bye }),
      transfer: transferToQueue(toQueue),
      bye: disconnect(),
    },
  });

const flows = Object.fromEntries(
  [main, investors, staff, waiting, question('after-call'), question('outbound/test')].map((flow) => [
    flow.name,
    flow.toFlow(),
  ]),
);

/** A switchboard of the small centre with a fixed clock, and all its events. */
export function aSwitchboard() {
  const clock = fixedClock();
  const events: LocalContactEvent[] = [];
  const records: LocalContactRecord[] = [];
  const agentEvents: LocalAgentEvent[] = [];
  const exchange = phoneExchange(() => clock.now());
  const blobs = new MemoryBlobs();
  const switchboard = openSwitchboard({
    ...{ clock, exchange, blobs, flows, rules: rulesOf(), functions: {} },
    listeners: {
      contactEvent: async (event) => void events.push(event),
      contactRecord: async (record) => void records.push(record),
      agentEvent: async (event) => void agentEvents.push(event),
    },
  });
  return {
    ...{ clock, events, records, agentEvents, exchange, blobs, switchboard },
    /** Move the clock forward, and stop at every automatic action. */
    async pass(ms: number): Promise<void> {
      const until = clock.now() + ms;
      for (;;) {
        const next = switchboard.nextDueAt();
        if (next === undefined || next > until) break;
        clock.set(Math.max(clock.now(), next));
        await switchboard.tick();
      }
      // Two callers may move the clock at the same moment, and it must not go back.
      clock.set(Math.max(clock.now(), until));
    },
    dial: (token: string, more: Partial<DialOrder> = {}) =>
      exchange.dial({
        ...{ token, to: '+966500000007', flow: 'outbound/test', attributes: {}, ringSeconds: 30 },
        ...more,
      }),
    /** Return the event types of a contact, in order. */
    typesOf: (contactId: string) =>
      events.filter(({ detail }) => detail.contactId === contactId).map(({ detail }) => detail.eventType),
  };
}
