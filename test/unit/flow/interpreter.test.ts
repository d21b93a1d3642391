import { describe, expect, it } from 'vitest';
import { byName } from '#shared/flow/builder.ts';
import { createCall, playScript, quietWorld, type World } from '#shared/flow/interpreter.ts';
import type { Action, Flow } from '#shared/flow/language.ts';
import { sampleFlow } from './sample-flow.ts';

const contact = { contactId: 'c-1', customer: '+966500000001' };
const found = async () => ({ found: 'yes', status: 'open' });

/** A call through the sample, past the choice of English. */
async function englishCall(world: Partial<World> = {}) {
  const call = createCall({ flow: sampleFlow.toFlow(), contact, world });
  await call.run();
  const status = await call.press('2');
  return { call, status };
}

const action = (Identifier: string, Type: string, more: Partial<Action> = {}): Action => ({
  Identifier,
  Type,
  Parameters: {},
  Transitions: {},
  ...more,
});

const flowOf = (...Actions: Action[]): Flow => ({
  Version: '2019-10-30',
  StartAction: Actions[0]?.Identifier ?? '',
  Actions,
});

describe('a call through a flow', () => {
  it('asks for the language in both, then speaks the one chosen', async () => {
    const call = createCall({ flow: sampleFlow.toFlow(), contact });
    const asked = await call.run();
    expect(asked.said.map(({ language, voice }) => [language, voice])).toEqual([
      ['ar', 'Hala'],
      ['en', 'Hala'],
    ]);
    const english = await call.press('2');
    expect(english.said).toMatchObject([{ language: 'en', voice: 'Joanna', block: 'main en' }]);
    expect(call.attributes).toEqual({ language: 'en' });
  });

  it('gives up after three wrong keys, with the retry words before the second question', async () => {
    const { call } = await englishCall();
    const second = await call.press('9');
    expect(second.said[0]?.text).toMatch(/^That was not one of the choices\. To follow up/);
    await call.press('8');
    expect(await call.press('7')).toMatchObject({ state: 'ended', outcome: 'disconnected' });
    expect(call.steps.slice(-4).map(({ branch }) => branch)).toEqual([
      'NoMatchingCondition',
      'NoMatchingCondition',
      'NoMatchingCondition',
      'disconnected',
    ]);
  });

  it('gives up after three silences', async () => {
    const { call } = await englishCall();
    await call.timeout();
    await call.timeout();
    expect(await call.timeout()).toMatchObject({ state: 'ended', outcome: 'disconnected' });
    expect(call.steps.at(-2)).toEqual({
      block: 'main en 3',
      type: 'GetParticipantInput',
      branch: 'InputTimeLimitExceeded',
    });
  });

  it('takes an entry key by key until the terminator, and lets * delete it', async () => {
    const { call } = await englishCall({ lambda: found });
    await call.press('1');
    expect((await call.press('12')).expects).toMatchObject({ received: '12', maxDigits: 8, terminator: '#' });
    expect((await call.press('*')).expects?.received).toBe('');
    await call.press('٣٤');
    const status = await call.press('#');
    expect(call.attributes.reference).toBe('34');
    expect(status.said[0]?.text).toBe('Your case is open.');
  });

  it('ends an entry when the time between digits is over', async () => {
    const { call } = await englishCall({ lambda: found });
    await call.press('1');
    await call.press('77');
    await call.timeout();
    expect(call.attributes.reference).toBe('77');
  });

  it('stores Timeout for an entry nobody makes, and goes on to ask again', async () => {
    const { call } = await englishCall();
    await call.press('1');
    const again = await call.timeout();
    expect(again.expects?.maxDigits).toBe(8);
    expect(call.steps.at(-1)).toMatchObject({ block: 'reference en given', branch: 'Timeout' });
  });

  it('gives the function what Connect would and reads its answer', async () => {
    const events: unknown[] = [];
    const { call } = await englishCall({
      lambda: async (name, event) => {
        events.push([name, event.Details.Parameters, event.Details.ContactData.CustomerEndpoint]);
        return found();
      },
    });
    await call.press('1');
    await call.press('42#');
    expect(events).toEqual([
      ['case-status', { reference: '42' }, { Type: 'TELEPHONE_NUMBER', Address: '+966500000001' }],
    ]);
  });

  it.each<[string, World['lambda']]>([
    ['fails', () => Promise.reject(new Error('broken'))],
    ['answers with nested objects where strings were promised', async () => ({ found: { yes: true } })],
    ['answers with more than 32 KB', async () => ({ found: 'y'.repeat(40_000) })],
  ])('takes the error branch when a function %s', async (_, lambda) => {
    const { call } = await englishCall({ lambda });
    await call.press('1');
    const status = await call.press('42#');
    expect(status.said[0]?.text).toBe('We are sorry, your case cannot be reached.');
    expect(call.steps).toContainEqual({
      block: 'lookup',
      type: 'InvokeLambdaFunction',
      branch: 'NoMatchingError',
    });
  });

  it('takes the error branch when a function is late, and tells it to stop', async () => {
    let limit = 0;
    let stopped = false;
    const { call } = await englishCall({
      after: async (seconds) => {
        limit = seconds;
      },
      lambda: (_, __, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            stopped = true;
          });
        }),
    });
    await call.press('1');
    await call.press('42#');
    expect([limit, stopped]).toEqual([4, true]);
    expect(call.steps).toContainEqual(
      expect.objectContaining({ block: 'lookup', branch: 'NoMatchingError' }),
    );
  });

  it('says it is closed out of hours', async () => {
    const { status } = await englishCall({ isOpen: ({ hours }) => hours !== 'centre' });
    expect(status).toMatchObject({ state: 'ended', outcome: 'disconnected' });
    expect(status.said[0]?.text).toBe('The centre is closed now.');
  });

  it('takes the capacity branch when the queue is full', async () => {
    const full = { ...quietWorld.queue('general'), contacts: 5, capacity: 5 };
    const { call } = await englishCall({ queue: () => full });
    const status = await call.press('2');
    expect(status.said[0]?.text).toBe('All lines are busy.');
    expect(call.steps).toContainEqual(
      expect.objectContaining({ block: 'transfer', branch: 'QueueAtCapacity' }),
    );
  });

  it('waits in the queue, speaks with an agent, and runs the disconnect flow afterwards', async () => {
    const survey = flowOf(
      action('thanks', 'MessageParticipant', {
        Parameters: { Text: 'Thank you, $.Attributes.language.' },
        Transitions: { NextAction: 'end' },
      }),
      action('end', 'DisconnectParticipant'),
    );
    const call = createCall({ flow: sampleFlow.toFlow(), flows: { survey }, contact });
    expect(await playScript(call, [{ keys: '2' }, { keys: '2' }])).toMatchObject({
      state: 'waiting-for-queue',
      queue: 'general',
    });
    expect((await call.agentAnswers()).state).toBe('with-agent');
    expect(await call.agentLeaves()).toMatchObject({
      state: 'ended',
      outcome: 'disconnected',
      said: [{ text: 'Thank you, en.' }],
    });
  });

  it('runs the queue flow while the caller waits', async () => {
    const main = flowOf(
      action('hook', 'UpdateContactEventHooks', {
        Parameters: { EventHooks: { CustomerQueue: 'arn:aws:connect:x:1:instance/i/contact-flow/hold' } },
        Transitions: { NextAction: 'queue' },
      }),
      action('queue', 'UpdateContactTargetQueue', {
        Parameters: { QueueId: byName({ kind: 'queue', name: 'general' }) },
        Transitions: { NextAction: 'go' },
      }),
      action('go', 'TransferContactToQueue'),
    );
    const hold = flowOf(
      action('music', 'MessageParticipantIteratively', {
        Parameters: { Messages: [{ Text: 'Please wait.' }], InterruptFrequencySeconds: '20' },
        Transitions: {
          Conditions: [
            { NextAction: 'music', Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } },
          ],
        },
      }),
    );
    const call = createCall({ flow: main, flows: { hold }, contact });
    expect(await call.run()).toMatchObject({
      state: 'waiting-for-queue',
      said: [{ text: 'Please wait.' }],
      expects: { timeoutSeconds: 20 },
    });
    expect(await call.timeout()).toMatchObject({
      state: 'waiting-for-queue',
      said: [{ text: 'Please wait.' }],
    });
    await call.agentAnswers();
    expect(await call.agentLeaves()).toMatchObject({ state: 'ended', outcome: 'agent-completed' });
  });

  it('waits without end in a loop of prompts that is never interrupted', async () => {
    const hold = flowOf(
      action('music', 'MessageParticipantIteratively', {
        Parameters: { Messages: [{ Text: 'Please wait.' }] },
      }),
    );
    const call = createCall({ flow: hold, contact });
    const status = await playScript(call, [{ keys: '1' }]);
    expect(status.state).toBe('waiting-for-queue');
    expect(status.expects).not.toHaveProperty('timeoutSeconds');
  });

  it('lets time pass in a queue flow until it asks what the script answers', async () => {
    const flow = flowOf(
      action('music', 'MessageParticipantIteratively', {
        Parameters: { Messages: [{ Text: 'Please wait.' }], InterruptFrequencySeconds: '20' },
        Transitions: { NextAction: 'offer' },
      }),
      action('offer', 'GetParticipantInput', {
        Parameters: { Text: 'Press 1 to leave.', InputTimeLimitSeconds: '5' },
        Transitions: {
          NextAction: 'music',
          Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['1'] } }],
        },
      }),
      action('bye', 'DisconnectParticipant'),
    );
    const call = createCall({ flow, contact });
    expect(await playScript(call, [{ keys: '2' }, { keys: '1' }])).toMatchObject({ outcome: 'disconnected' });
  });

  it('ends at once when the caller hangs up, also while a function runs', async () => {
    let answer: (value: Record<string, string>) => void = () => undefined;
    const { call } = await englishCall({
      lambda: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      after: () => new Promise(() => undefined),
    });
    await call.press('1');
    const pending = call.press('42#');
    expect(await call.hangUp()).toMatchObject({ state: 'ended', outcome: 'hung-up' });
    answer({ found: 'yes', status: 'open' });
    expect(await pending).toMatchObject({ state: 'ended', outcome: 'hung-up' });
    expect(call.spoken.some(({ text }) => text.startsWith('Your case'))).toBe(false);
    expect(await call.press('1')).toMatchObject({ outcome: 'hung-up', said: [] });
  });

  it('runs a module and returns to the flow that invoked it', async () => {
    const main = flowOf(
      action('call', 'InvokeFlowModule', {
        Parameters: { FlowModuleId: byName({ kind: 'module', name: 'greet' }) },
        Transitions: { NextAction: 'bye' },
      }),
      action('bye', 'DisconnectParticipant'),
    );
    const greet = flowOf(
      action('set', 'UpdateContactAttributes', {
        Parameters: { Attributes: { greeted: 'yes' } },
        Transitions: { NextAction: 'back' },
      }),
      action('back', 'EndFlowModuleExecution'),
    );
    const call = createCall({ flow: main, flows: { greet }, contact });
    expect(await call.run()).toMatchObject({ outcome: 'disconnected' });
    expect(call.steps.map(({ block }) => block)).toEqual(['call', 'set', 'back', 'bye']);
    expect(call.attributes).toEqual({ greeted: 'yes' });
  });

  it('counts a loop and starts anew', async () => {
    const loop = flowOf(
      action('loop', 'Loop', {
        Parameters: { LoopCount: '2' },
        Transitions: {
          Conditions: [
            { NextAction: 'loop', Condition: { Operator: 'Equals', Operands: ['ContinueLooping'] } },
            { NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['DoneLooping'] } },
          ],
        },
      }),
      action('bye', 'DisconnectParticipant'),
    );
    const call = createCall({ flow: loop, contact });
    await call.run();
    expect(call.steps.map(({ branch }) => branch)).toEqual([
      'ContinueLooping',
      'ContinueLooping',
      'DoneLooping',
      'disconnected',
    ]);
  });

  it('keeps a callback for the number and queue set before', async () => {
    const flow = flowOf(
      action('number', 'UpdateContactCallbackNumber', {
        Parameters: { CallbackNumber: '$.CustomerEndpoint.Address' },
        Transitions: { NextAction: 'queue' },
      }),
      action('queue', 'UpdateContactTargetQueue', {
        Parameters: { QueueId: 'general' },
        Transitions: { NextAction: 'back' },
      }),
      action('back', 'CreateCallbackContact', {
        Parameters: { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '1', RetryDelaySeconds: '60' },
        Transitions: { NextAction: 'bye' },
      }),
      action('bye', 'DisconnectParticipant'),
    );
    const call = createCall({ flow, contact });
    await call.run();
    expect(call.effects).toEqual([
      { type: 'callback', number: '+966500000001', queue: 'general', delaySeconds: 5 },
    ]);
  });

  it.each<[string, Flow, string]>([
    ['a type it does not run', flowOf(action('bot', 'ConnectParticipantWithLexBot')), 'unsupported'],
    ['a module it was not given', flowOf(action('m', 'InvokeFlowModule')), 'unsupported'],
    ['an error without a branch', flowOf(action('q', 'TransferContactToQueue')), 'failed'],
    ['a start that is not there', { ...flowOf(), StartAction: 'x' }, 'failed'],
    [
      'a circle without a pause',
      flowOf(action('a', 'UpdateFlowLoggingBehavior', { Transitions: { NextAction: 'a' } })),
      'too-many-steps',
    ],
  ])('says so when a flow has %s', async (_, flow, outcome) => {
    const status = await createCall({ flow, contact }).run();
    expect(status).toMatchObject({ state: 'ended', outcome });
    expect(status.reason).toBeTypeOf('string');
  });
});
