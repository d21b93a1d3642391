import { describe, expect, it } from 'vitest';
import { byName } from '#shared/flow/builder.ts';
import { createCall, playScript, quietWorld } from '#shared/flow/interpreter.ts';
import { action, flowOf } from './flow-of.ts';
import { contact, englishCall } from './sample-call.ts';
import { sampleFlow } from './sample-flow.ts';

describe('a call in a queue', () => {
  it('takes the capacity branch when the queue is full', async () => {
    const full = { ...quietWorld.queue('general'), contacts: 5, capacity: 5 };
    const { call } = await englishCall({ queue: () => full });
    const status = await call.press('2');
    expect(status.spoken[0]?.text).toBe('All lines are busy.');
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
      spoken: [{ text: 'Thank you, en.' }],
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
      spoken: [{ text: 'Please wait.' }],
      expects: { timeoutSeconds: 20 },
    });
    expect(await call.timeout()).toMatchObject({
      state: 'waiting-for-queue',
      spoken: [{ text: 'Please wait.' }],
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

  it('tells the outside that the caller waits before the queue flow begins', async () => {
    const heard: string[] = [];
    const flow = flowOf(
      action('queue', 'UpdateContactTargetQueue', {
        Parameters: { QueueId: 'general' },
        Transitions: { NextAction: 'hook' },
      }),
      action('hook', 'UpdateContactEventHooks', {
        Parameters: { EventHooks: { CustomerQueue: 'waiting' } },
        Transitions: { NextAction: 'wait' },
      }),
      action('wait', 'TransferContactToQueue', { Transitions: { NextAction: 'wait' } }),
    );
    const waiting = flowOf(
      action('ask', 'InvokeLambdaFunction', {
        Parameters: {
          LambdaFunctionARN: 'arn:aws:lambda:local:0:function:place',
          InvocationTimeLimitSeconds: '3',
        },
        Transitions: { NextAction: 'end' },
      }),
      action('end', 'EndFlowExecution'),
    );
    const world = {
      queued: (queue: string) => void heard.push(`queued ${queue}`),
      lambda: async (name: string) => {
        heard.push(name);
        return {};
      },
    };
    await createCall({ flow, flows: { waiting }, contact, world }).run();
    expect(heard).toEqual(['queued general', 'place']);
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
      {
        ...{ type: 'callback', number: '+966500000001', queue: 'general', delaySeconds: 5 },
        ...{ attempts: 1, retrySeconds: 60 },
      },
    ]);
  });

  it('tells the outside of its turn and of what is recorded, and takes the error branch when refused', async () => {
    const flow = flowOf(
      action('turn', 'UpdateContactRoutingBehavior', {
        Parameters: { QueuePriority: '1' },
        Transitions: { NextAction: 'time' },
      }),
      action('time', 'UpdateContactRoutingBehavior', {
        Parameters: { QueueTimeAdjustmentSeconds: '$.Attributes.waited' },
        Transitions: { NextAction: 'record' },
      }),
      action('record', 'UpdateContactRecordingBehavior', {
        Parameters: {
          RecordingBehavior: {
            RecordedParticipants: ['Agent', 'Customer'],
            IVRRecordingBehavior: 'Enabled',
          },
        },
        Transitions: {
          NextAction: 'bye',
          Errors: [{ NextAction: 'refused', ErrorType: 'NoMatchingError' }],
        },
      }),
      action('bye', 'DisconnectParticipant'),
      action('refused', 'EndFlowExecution'),
    );
    const waited = { ...contact, attributes: { waited: '90' } };
    const call = createCall({ flow, contact: waited });
    expect(await call.run()).toMatchObject({ outcome: 'disconnected' });
    expect(call.effects).toEqual([
      { type: 'routing', priority: 1 },
      { type: 'routing', addSeconds: 90 },
      { type: 'recording', participants: ['Agent', 'Customer'], automated: true },
    ]);
    const effect = async ({ type }: { type: string }) => {
      if (type === 'recording') throw new Error('no disk');
    };
    const refused = createCall({ flow, contact: waited, world: { effect } });
    expect(await refused.run()).toMatchObject({ outcome: 'flow-ended' });
  });
});
