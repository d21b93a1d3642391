import { describe, expect, it } from 'vitest';
import {
  createCallback,
  endModule,
  invoke,
  invokeModule,
  listen,
  repeatWhileWaiting,
  say,
  setCallbackNumber,
  setEventHook,
  setRecording,
  setRouting,
  transferToFlow,
} from '#shared/flow/builder.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import {
  checkQueue,
  collectPhoneNumber,
  createTask,
  loadQueueMetrics,
  moveToQueue,
  pause,
  tagContact,
  wait,
} from './more-blocks.ts';
import { flowWith, toBye, toIt, withQueue, wording } from './one-block.ts';

describe('every block', () => {
  const later = { 'leave a word': say(wording, toBye) };
  it.each<[string, ReturnType<typeof flowWith>]>([
    ['setRecording', flowWith(setRecording(['Agent', 'Customer'], { automated: true, next: 'bye' }))],
    [
      'listen',
      flowWith(listen({ prompt: wording, maxSeconds: 60, recorded: ['Agent'], tone: 'beep', ...toBye })),
    ],
    ['pause', flowWith(pause(2, toBye))],
    [
      'collectPhoneNumber',
      flowWith(
        collectPhoneNumber({
          prompt: wording,
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
        repeatWhileWaiting(wording, { interruptSeconds: 30, onInterrupt: 'move', onError: 'bye' }),
        { move: moveToQueue('investors', { onCapacity: 'bye', onError: 'bye' }) },
        'CUSTOMER_QUEUE',
      ),
    ],
    [
      'a function while waiting',
      flowWith(
        repeatWhileWaiting(wording, { interruptSeconds: 30, onInterrupt: 'ask', onError: 'bye' }),
        {
          ask: invoke('inbound-flow', { timeoutSeconds: 2, next: 'place', onError: 'it' }),
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
