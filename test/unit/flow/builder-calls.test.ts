import { describe, expect, it } from 'vitest';
import {
  compare,
  createCallback,
  end,
  endModule,
  invokeModule,
  listen,
  say,
  setCallbackNumber,
  setRouting,
  transferToQueue,
} from '#shared/flow/builder.ts';
import { createCall, type Effect, quietWorld, type World } from '#shared/flow/interpreter.ts';
import {
  checkQueue,
  collectPhoneNumber,
  createTask,
  loadQueueMetrics,
  loop,
  tagContact,
} from './more-blocks.ts';
import { flowWith, played, toBye, withQueue, wording } from './one-block.ts';
import { contact } from './sample-call.ts';

describe('a caller who leaves a message', () => {
  const flow = flowWith(
    listen({
      prompt: wording,
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
      spoken: [{ text: 'تفضل.' }, { text: '♪' }],
    });
    expect(call.effects).toEqual([recorded(true)]);
    expect((await call.press('#')).spoken).toMatchObject([{ text: 'شكرًا.' }]);
    expect(call.effects).toEqual([recorded(true), recorded(false)]);
  });

  it.each(['timeout', '7', '#'])('ends it with %s', async (key) => {
    const { status, call } = await played(flow, key);
    expect(status.outcome).toBe('disconnected');
    expect(call.effects.at(-1)).toEqual(recorded(false));
  });

  it('is still recorded when the whole call is', async () => {
    const whole = flowWith(
      listen({ prompt: wording, maxSeconds: 9, recorded: [], automatedAfterwards: true, ...toBye }),
    );
    expect((await played(whole, '#')).call.effects.at(-1)).toMatchObject({ automated: true });
  });
});

describe('a call back', () => {
  const flow = withQueue(
    collectPhoneNumber({
      prompt: wording,
      timeoutSeconds: 5,
      next: 'number',
      onGiveUp: 'bye',
      onError: 'bye',
    }),
    {
      number: setCallbackNumber('$.StoredCustomerInput', {
        next: 'back',
        onInvalid: 'bye',
        onNotDialable: 'bye',
      }),
      back: createCallback({ attempts: 3, retrySeconds: 600, flow: 'calling', ...toBye }),
    },
  );

  it('goes to the number keyed in, in the queue set, by the flow named', async () => {
    const { call } = await played(flow, '966500000009#');
    expect(call.effects).toEqual([
      {
        ...{ type: 'callback', number: '+966500000009', queue: 'general', delaySeconds: 0, flow: 'calling' },
        ...{ attempts: 3, retrySeconds: 600 },
      },
    ]);
  });

  it('asks again after an invalid number, three times in all', async () => {
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
        above: say(wording, toBye),
        below: say(wording, toBye),
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

describe('the attributes that later reports read', () => {
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
      done: say(wording, toBye),
    });
    const { blocks } = await played(flow, '', { effect: () => Promise.reject(new Error('no')) });
    expect(blocks).toEqual(['it', 'bye']);
  });
});

describe('a module', () => {
  const verify = (keys: string) => ({ keys, flow: flowWith(endModule(keys), {}, 'MODULE') });
  const main = flowWith(
    invokeModule('verify', { results: { Known: 'verified' }, next: 'other', onError: 'bye' }),
    {
      verified: say(wording, toBye),
      other: say(wording, toBye),
    },
  );

  it.each([
    ['Known', 'verified'],
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
