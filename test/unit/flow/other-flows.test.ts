import { describe, expect, it } from 'vitest';
import { byName } from '#shared/flow/builder.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import { createCall } from '#shared/flow/interpreter.ts';
import { action, flowOf } from './flow-of.ts';
import { contact } from './sample-call.ts';

describe('a call through a flow from elsewhere', () => {
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

  it('counts a loop and starts again', async () => {
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

  it.each<[string, Flow, string]>([
    ['a type Connect does not have', flowOf(action('play', 'PlayPrompt')), 'unsupported'],
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
