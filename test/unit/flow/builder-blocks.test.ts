import { describe, expect, it } from 'vitest';
import {
  type Block,
  checkQueue,
  collectPhoneNumber,
  compare,
  createCallback,
  createTask,
  defineFlow,
  disconnect,
  end,
  endModule,
  invoke,
  invokeModule,
  listen,
  loadQueueMetrics,
  loop,
  moveToQueue,
  pause,
  repeatWhileWaiting,
  say,
  setCallbackNumber,
  setEventHook,
  setQueue,
  setRecording,
  setRouting,
  tagContact,
  transferToFlow,
  transferToQueue,
  wait,
} from '#shared/flow/builder.ts';
import { createCall, type Effect, playScript, quietWorld, type World } from '#shared/flow/interpreter.ts';
import type { FlowKind } from '#shared/flow/language.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { scriptOf } from '#shared/flow/run/words.ts';
import { contact } from './sample-call.ts';

const words = { ar: 'تفضل.', en: 'Go ahead.' };
const toBye = { next: 'bye', onError: 'bye' } as const;
const toIt = { next: 'it', onError: 'it' } as const;

/** A flow of one block called `it` that leads to a disconnect, besides those given. */
function flowWith(it: Block, more: Readonly<Record<string, Block>> = {}, kind: FlowKind = 'CONTACT_FLOW') {
  return defineFlow<string>('one', {
    kind,
    start: 'it',
    blocks: { it, ...more, ...(kind === 'MODULE' ? {} : { bye: disconnect() }) },
  }).toFlow();
}

async function played(flow: ReturnType<typeof flowWith>, keys = '', world: Partial<World> = {}) {
  const call = createCall({ flow, contact, world });
  const status = await playScript(call, scriptOf(keys));
  return { call, status, blocks: call.steps.map(({ block }) => block) };
}

const queued = { q: setQueue('general', { next: 'it', onError: 'bye' }) };
const withQueue = (it: Block, more: Readonly<Record<string, Block>> = {}) => ({
  ...flowWith(it, { ...queued, ...more }),
  StartAction: 'q',
});

describe('every block', () => {
  const later = { 'leave a word': say(words, toBye) };
  it.each<[string, ReturnType<typeof flowWith>]>([
    ['setRecording', flowWith(setRecording(['Agent', 'Customer'], { automated: true, next: 'bye' }))],
    [
      'listen',
      flowWith(listen({ prompt: words, maxSeconds: 60, recorded: ['Agent'], tone: 'beep', ...toBye })),
    ],
    ['pause', flowWith(pause(2, toBye))],
    [
      'collectPhoneNumber',
      flowWith(
        collectPhoneNumber({
          prompt: words,
          timeoutSeconds: 5,
          country: 'SA',
          storeAs: 'n',
          onGiveUp: 'bye',
          ...toBye,
        }),
      ),
    ],
    [
      'createCallback',
      flowWith(createCallback({ delaySeconds: 5, attempts: 2, retrySeconds: 60, queue: 'back', ...toBye })),
    ],
    [
      'setCallbackNumber',
      flowWith(
        setCallbackNumber('$.CustomerEndpoint.Address', {
          next: 'bye',
          onInvalid: 'bye',
          onNotDialable: 'bye',
        }),
      ),
    ],
    ['setRouting by priority', flowWith(setRouting({ priority: 1 }, { next: 'bye' }))],
    ['setRouting by time', flowWith(setRouting({ addSeconds: 600 }, { next: 'bye' }))],
    [
      'checkQueue',
      withQueue(
        checkQueue('contacts', 3, { above: 'leave a word', otherwise: 'bye', onError: 'bye' }),
        later,
      ),
    ],
    ['loadQueueMetrics', flowWith(loadQueueMetrics('general', toBye))],
    ['tagContact', flowWith(tagContact({ line: 'investors' }, toBye))],
    ['createTask', flowWith(createTask({ name: 'Call back', flow: 'tasks', delaySeconds: 60, ...toBye }))],
    ['wait', flowWith(wait(30, toBye))],
    [
      'invokeModule',
      flowWith(invokeModule('verify', { results: { Known: 'leave a word' }, ...toBye }), later),
    ],
    ['endModule', flowWith(endModule('Known'), {}, 'MODULE')],
    ['transferToFlow', flowWith(transferToFlow('survey', { onError: 'bye' }))],
    ['a whisper', flowWith(setEventHook('CustomerWhisper', 'whisper', toBye))],
    ['a guide', flowWith(setEventHook('DefaultAgentUI', 'guide', toBye))],
    [
      'moveToQueue',
      flowWith(
        repeatWhileWaiting(words, { interruptSeconds: 30, onInterrupt: 'move', onError: 'bye' }),
        { move: moveToQueue('investors', { onCapacity: 'bye', onError: 'bye' }) },
        'CUSTOMER_QUEUE',
      ),
    ],
    [
      'a function while waiting',
      flowWith(
        repeatWhileWaiting(words, { interruptSeconds: 30, onInterrupt: 'ask', onError: 'bye' }),
        {
          ask: invoke('call-desk', { timeoutSeconds: 2, next: 'place', onError: 'it' }),
          place: say({ ar: 'أنت رقم $.External.place.', en: 'You are number $.External.place.' }, toIt),
        },
        'CUSTOMER_QUEUE',
      ),
    ],
  ])('%s makes what the linter has nothing against', (_, flow) => {
    const { errors, warnings } = lintFlow(flow);
    expect([errors, warnings.filter(({ rule }) => rule !== 'endless-loop')]).toEqual([[], []]);
  });

  it('does not compile when a change of routing is two', () => {
    // @ts-expect-error a priority or a time, never both
    const both = setRouting({ priority: 1, addSeconds: 5 }, { next: 'bye' });
    expect(both.targets).toEqual(['bye']);
  });
});

describe('a caller who leaves a message', () => {
  const flow = flowWith(
    listen({
      prompt: words,
      maxSeconds: 90,
      recorded: ['Agent', 'Customer'],
      next: 'thanks',
      onError: 'bye',
    }),
    { thanks: say({ ar: 'شكرًا.', en: 'Thank you.' }, toBye) },
  );
  const recorded = (automated: boolean): Effect => ({
    type: 'recording',
    participants: ['Agent', 'Customer'],
    automated,
  });

  it('is recorded from the tone to the key, and no longer', async () => {
    const call = createCall({ flow, contact });
    const asked = await call.run();
    expect(asked).toMatchObject({
      expects: { timeoutSeconds: 90 },
      said: [{ text: 'تفضل.' }, { text: '♪' }, {}],
    });
    expect(call.effects).toEqual([recorded(true)]);
    expect((await call.press('#')).said).toMatchObject([{ text: 'شكرًا.' }]);
    expect(call.effects).toEqual([recorded(true), recorded(false)]);
  });

  it.each(['timeout', '7', '#'])('ends it with %s', async (key) => {
    const { status, call } = await played(flow, key);
    expect(status.outcome).toBe('disconnected');
    expect(call.effects.at(-1)).toEqual(recorded(false));
  });

  it('goes on being recorded when the whole call is', async () => {
    const whole = flowWith(
      listen({ prompt: words, maxSeconds: 9, recorded: [], automatedAfterwards: true, ...toBye }),
    );
    expect((await played(whole, '#')).call.effects.at(-1)).toMatchObject({ automated: true });
  });
});

describe('a call back', () => {
  const flow = withQueue(
    collectPhoneNumber({ prompt: words, timeoutSeconds: 5, next: 'number', onGiveUp: 'bye', onError: 'bye' }),
    {
      number: setCallbackNumber('$.StoredCustomerInput', {
        next: 'back',
        onInvalid: 'bye',
        onNotDialable: 'bye',
      }),
      back: createCallback({ delaySeconds: 10, attempts: 3, retrySeconds: 600, flow: 'calling', ...toBye }),
    },
  );

  it('goes to the number keyed in, in the queue set, by the flow named', async () => {
    const { call } = await played(flow, '966500000009#');
    expect(call.effects).toEqual([
      {
        ...{ type: 'callback', number: '+966500000009', queue: 'general', delaySeconds: 10, flow: 'calling' },
        ...{ attempts: 3, retrySeconds: 600 },
      },
    ]);
  });

  it('asks again for what is no number, three times in all', async () => {
    const { call, blocks } = await played(flow, '12#,timeout,0#');
    expect(call.effects).toEqual([]);
    expect(blocks.filter((block) => /^it ar( \d)?$/u.test(block))).toEqual(['it ar', 'it ar 2', 'it ar 3']);
  });
});

describe('figures of a queue', () => {
  const busy: World['queue'] = (name) => ({
    ...quietWorld.queue(name),
    contacts: 4,
    oldestAgeSeconds: 300,
  });

  it.each([
    ['contacts', 3, 'above'],
    ['contacts', 4, 'below'],
    ['oldestSeconds', 299, 'above'],
    ['oldestSeconds', 300, 'below'],
  ] as const)('%s above %d: %s', async (metric, limit, way) => {
    const flow = withQueue(
      checkQueue(metric, limit, { above: 'above', otherwise: 'below', onError: 'bye' }),
      {
        above: say(words, toBye),
        below: say(words, toBye),
      },
    );
    expect((await played(flow, '', { queue: busy })).blocks).toContain(way);
  });

  it('are read by later blocks', async () => {
    const flow = flowWith(loadQueueMetrics('general', { next: 'tell', onError: 'bye' }), {
      tell: say({ ar: '$.Metrics.Queue.Size منتظرون.', en: '$.Metrics.Queue.Size are waiting.' }, toBye),
    });
    expect((await played(flow, '', { queue: busy })).call.spoken.at(-1)?.text).toBe('4 منتظرون.');
  });
});

describe('what later reports read', () => {
  it('is left as effects: routing, tags and tasks', async () => {
    const flow = flowWith(setRouting({ priority: 2 }, { next: 'older' }), {
      older: setRouting({ addSeconds: -30 }, { next: 'tag' }),
      tag: tagContact({ line: '$.Channel' }, { next: 'task', onError: 'bye' }),
      task: createTask({
        name: 'Call $.CustomerEndpoint.Address',
        description: '$.Tags.line',
        flow: 'tasks',
        attributes: { from: 'flow' },
        ...toBye,
      }),
    });
    expect((await played(flow)).call.effects).toEqual([
      { type: 'routing', priority: 2 },
      { type: 'routing', addSeconds: -30 },
      { type: 'tags', tags: { line: 'VOICE' } },
      {
        type: 'task',
        name: 'Call +966500000001',
        description: 'VOICE',
        attributes: { from: 'flow' },
        flow: 'tasks',
      },
    ]);
  });

  it('takes the error branch when the outside refuses', async () => {
    const flow = flowWith(createTask({ name: 'x', flow: 'tasks', next: 'done', onError: 'bye' }), {
      done: say(words, toBye),
    });
    const { blocks } = await played(flow, '', { effect: () => Promise.reject(new Error('no')) });
    expect(blocks).toEqual(['it', 'bye']);
  });
});

describe('a module', () => {
  const verify = (keys: string) => ({ keys, flow: flowWith(endModule(keys), {}, 'MODULE') });
  const main = flowWith(
    invokeModule('verify', { results: { Known: 'known' }, next: 'other', onError: 'bye' }),
    {
      known: say(words, toBye),
      other: say(words, toBye),
    },
  );

  it.each([
    ['Known', 'known'],
    ['Unknown', 'other'],
  ])('that ends with %s leads to %s', async (result, block) => {
    const call = createCall({ flow: main, flows: { verify: verify(result).flow }, contact });
    await call.run();
    expect(call.steps.map((step) => step.block)).toContain(block);
  });
});

describe('counting and choosing', () => {
  it('goes round as often as it is told', async () => {
    const flow = flowWith(loop(2, { again: 'it', done: 'choose' }), {
      choose: compare('$.Channel', { VOICE: 'go' }, 'bye'),
      go: transferToQueue({ onCapacity: 'stop', onError: 'bye' }),
      stop: end(),
    });
    expect((await played(flow)).call.steps.map(({ branch }) => branch)).toEqual([
      'ContinueLooping',
      'ContinueLooping',
      'DoneLooping',
      'VOICE',
      'NoMatchingError',
      'disconnected',
    ]);
  });
});
