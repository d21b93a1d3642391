import { describe, expect, it } from 'vitest';
import type { Action, Flow, Parameters } from '#shared/flow/flow-language.ts';
import { createCall } from '#shared/flow/interpreter.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { bilingualFlow } from './bilingual-flow.ts';
import { action, flowOf } from './flow-of.ts';
import { contact } from './sample-call.ts';

const end = action('end', 'DisconnectParticipant');

const toEnd = (...types: string[]) => ({
  NextAction: 'end',
  Errors: types.map((ErrorType) => ({ ErrorType, NextAction: 'end' })),
});

/** Lint a flow with one action that leads to the end. */
function judged(Type: string, Parameters: Parameters, ...errors: string[]) {
  return lintFlow(flowOf(action('it', Type, { Parameters, Transitions: toEnd(...errors) }), end));
}

const messages = (found: readonly { readonly message: string }[]): string[] =>
  found.map(({ message }) => message);

const entry: Parameters = {
  Text: 'Your number?',
  StoreInput: 'True',
  InputTimeLimitSeconds: '5',
  InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
};

describe('actions as consoles export them', () => {
  it.each<[string, string, Parameters, readonly string[]]>([
    [
      'hooks that are only configured',
      'UpdateContactEventHooks',
      { EventHooksConfiguration: {} },
      ['NoMatchingError'],
    ],
    [
      'a block for the keypad buffer',
      'GetParticipantInput',
      { EnableDTMFBuffer: 'True' },
      ['NoMatchingError'],
    ],
    [
      'routing as the service spells it',
      'UpdateContactRoutingCriteria',
      { RoutingCriteria: {} },
      ['NoMatchingError'],
    ],
    ['a placeholder for a number', 'Loop', { LoopCount: '{{loops}}' }, []],
    [
      'an empty second source',
      'GetMetricData',
      { QueueId: '', AgentId: '$.Agent.ResourceId' },
      ['NoMatchingError'],
    ],
    [
      'an engine in small letters',
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: 'Hala', TextToSpeechEngine: 'neural' },
      ['NoMatchingError'],
    ],
  ])('%s: no complaint about parameters', (_, type, parameters, errors) => {
    const { errors: found, warnings } = judged(type, parameters, ...errors);
    const others = [...found, ...warnings].filter(({ rule }) => rule !== 'missing-condition');
    expect(others).toEqual([]);
  });

  it('passes over a block for the keypad buffer', async () => {
    const flow = flowOf(
      action('buffer', 'GetParticipantInput', {
        Parameters: { EnableDTMFBuffer: 'True' },
        Transitions: toEnd('NoMatchingError'),
      }),
      end,
    );
    expect(await createCall({ flow, contact }).run()).toMatchObject({ outcome: 'disconnected', spoken: [] });
  });
});

describe('errors that depend on parameters', () => {
  it('wants a branch for a bad number where numbers are checked', () => {
    expect(messages(judged('GetParticipantInput', entry, 'NoMatchingError').errors)).toEqual([
      'GetParticipantInput needs a branch for InvalidPhoneNumber',
    ]);
  });

  it('misses branches for a failed call only where the call returns', () => {
    const dial = (ContinueFlowExecution: string) =>
      judged(
        'TransferParticipantToThirdParty',
        { ThirdPartyPhoneNumber: '+966110000000', ContinueFlowExecution },
        'NoMatchingError',
      ).warnings;
    expect(dial('False')).toEqual([]);
    expect(dial('True')).toHaveLength(2);
  });
});

describe('unknown names', () => {
  it.each([
    ['LambdaFunctionArn', /did you mean LambdaFunctionARN/],
    ['PromptId', /belongs to MessageParticipant/],
    ['Bogus', /has no parameter Bogus$/],
  ])('%s is an error', (name, message) => {
    const found = judged('StartVoiceIdStream', { [name]: 'x' }, 'NoMatchingError');
    const own = judged('InvokeLambdaFunction', { [name]: 'x' }, 'NoMatchingError');
    const all = [...found.errors, ...own.errors].filter(({ rule }) => rule === 'unknown-parameter');
    expect(messages(all)).toContainEqual(expect.stringMatching(message));
  });

  it('may be newer than the catalogue when they speak its language', () => {
    const { errors, warnings } = judged(
      'StartVoiceIdStream',
      { ContactStreamBehavior: 'x' },
      'NoMatchingError',
    );
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([{ rule: 'unknown-parameter' }]);
  });

  it('are guessed at for types and operators', () => {
    const { errors } = judged('MesageParticipant', {});
    expect(messages(errors)).toEqual([
      'Connect has no action type MesageParticipant; did you mean MessageParticipant?',
    ]);
  });
});

describe('loops and languages', () => {
  it('finds a counted loop that goes round again when it is done', () => {
    const on = (result: string) => ({
      NextAction: 'ask',
      Condition: { Operator: 'Equals', Operands: [result] },
    });
    const flow = flowOf(
      action('loop', 'Loop', {
        Parameters: { LoopCount: '3' },
        Transitions: { NextAction: 'ask', Conditions: [on('ContinueLooping'), on('DoneLooping')] },
      }),
      action('ask', 'GetParticipantInput', {
        Parameters: { Text: 'Press 1.', InputTimeLimitSeconds: '5' },
        Transitions: {
          NextAction: 'loop',
          Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['1'] } }],
          Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({
            ErrorType,
            NextAction: 'loop',
          })),
        },
      }),
      end,
    );
    expect(lintFlow(flow).errors).toMatchObject([{ rule: 'endless-loop', block: 'loop' }]);
  });

  it('doubts one wording for callers of both languages, and leaves other languages alone', () => {
    const sorry: Action = action('sorry', 'MessageParticipant', {
      Parameters: { Text: 'Sorry.' },
      Transitions: toEnd('NoMatchingError'),
    });
    const shared: Flow = {
      ...bilingualFlow,
      Actions: [
        ...bilingualFlow.Actions.map((each) =>
          each.Identifier === 'call'
            ? { ...each, Transitions: { ...each.Transitions, NextAction: 'sorry' } }
            : each,
        ),
        sorry,
      ],
    };
    const of = (flow: Flow) => {
      const { errors, warnings } = lintFlow(flow);
      return [...errors, ...warnings].filter(({ rule }) => rule === 'untranslated-prompt');
    };
    expect(of(shared)).toMatchObject([{ block: 'sorry', message: expect.stringMatching(/also to callers/) }]);
    const spanish = JSON.parse(JSON.stringify(shared).replaceAll('Hala', 'Lupe')) as Flow;
    expect(of(spanish)).toEqual([]);
  });
});
