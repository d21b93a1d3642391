import { changed, type Faults, given, SOME_ID, step, without, withStep } from './change.ts';

const entry = { Text: 'Your number?', StoreInput: 'True', InputTimeLimitSeconds: '5' };
const validation = { CustomValidation: { MaximumLength: '9' } };

const analysing = (...RecordedParticipants: string[]) =>
  step(
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants }, AnalyticsBehavior: { Enabled: 'True' } },
    [],
  );

const comparing = (ComparisonValue: string, operands: readonly string[]) =>
  step(
    'Compare',
    { ComparisonValue },
    ['NoMatchingCondition'],
    operands.map((operand) => ['Equals', operand] as const),
  );

/** Faults of types, parameters and their values. */
export const parameterFaults: Faults = {
  'unknown-action': [
    ['of the old console', 'welcome en', changed('welcome en', () => ({ Type: 'PlayPrompt' }))],
    ['a slip', 'welcome en', changed('welcome en', () => ({ Type: 'MessageParticipnt' }))],
    ['another case', 'end', changed('end', () => ({ Type: 'disconnectParticipant' }))],
    ['what every object has', 'end', changed('end', () => ({ Type: 'toString' }))],
  ],
  'missing-parameter': [
    ['a function', 'call', without('call', 'LambdaFunctionARN')],
    ['an event to react to', 'step', withStep(step('UpdateContactEventHooks', { EventHooks: {} }))],
    ['a time limit', 'call', without('call', 'InvocationTimeLimitSeconds')],
    ['the words', 'welcome en', without('welcome en', 'Text')],
    ['the count', 'again', without('again', 'LoopCount')],
    ['the queue', 'queue', without('queue', 'QueueId')],
    ['what a stored entry is checked by', 'step', withStep(step('GetParticipantInput', entry))],
    [
      'the country of local numbers',
      'step',
      withStep(
        step(
          'GetParticipantInput',
          { ...entry, InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } } },
          ['NoMatchingError', 'InvalidPhoneNumber'],
        ),
      ),
    ],
    [
      'the bot',
      'step',
      withStep(
        step('ConnectParticipantWithLexBot', { Text: 'Hello?' }, ['NoMatchingError', 'NoMatchingCondition']),
      ),
    ],
    [
      'how long to wait',
      'step',
      withStep(step('Wait', {}, ['NoMatchingError'], [['Equals', 'WaitCompleted']])),
    ],
  ],
  'unknown-parameter': [
    ['a slip', 'welcome en', given('welcome en', { Txet: 'Hello' })],
    ['of another action', 'queue', given('queue', { LoopCount: '3' })],
    ['a word nobody knows', 'call', given('call', { Bogus: 'x' })],
    ['what may be newer', 'call', given('call', { InvocationPriority: 'x' })],
    [
      'within a parameter',
      'step',
      withStep(
        step('GetParticipantInput', {
          ...entry,
          InputValidation: validation,
          DTMFConfiguration: { MaxDigits: 1 },
        }),
      ),
    ],
    [
      'a moment that never comes',
      'step',
      withStep(step('UpdateContactEventHooks', { EventHooks: { CustomerWisper: SOME_ID } })),
    ],
  ],
  'conflicting-parameters': [
    ['two sources of words', 'welcome en', given('welcome en', { PromptId: SOME_ID })],
    ['analytics of the agent only', 'step', withStep(analysing('Agent'))],
    ['analytics of nobody', 'step', withStep(analysing())],
    ['text and SSML', 'welcome en', given('welcome en', { SSML: '<speak>Welcome.</speak>' })],
    ['a queue and an agent', 'queue', given('queue', { AgentId: SOME_ID })],
    [
      'two validations',
      'step',
      withStep(
        step(
          'GetParticipantInput',
          {
            ...entry,
            InputValidation: { ...validation, PhoneNumberValidation: { NumberFormat: 'E164' } },
          },
          ['NoMatchingError', 'InvalidPhoneNumber'],
        ),
      ),
    ],
    [
      'an encrypted telephone number',
      'step',
      withStep(
        step(
          'GetParticipantInput',
          {
            ...entry,
            InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
            InputEncryption: { EncryptionKeyId: 'k', Key: 'c' },
          },
          ['NoMatchingError', 'InvalidPhoneNumber'],
        ),
      ),
    ],
    [
      'a priority and a time',
      'step',
      withStep(
        step('UpdateContactRoutingBehavior', { QueuePriority: '1', QueueTimeAdjustmentSeconds: '5' }, []),
      ),
    ],
  ],
  'bad-value': [
    ['nothing to compare', 'step', withStep(comparing('', ['a']))],
    ['blanks to compare', 'step', withStep(comparing('  ', ['a']))],
    ['a count beyond the limit', 'again', given('again', { LoopCount: '101' })],
    ['a count that is none', 'again', given('again', { LoopCount: 'two' })],
    ['a switch that is neither', 'ask', given('ask', { StoreInput: 'Maybe' })],
    ['no time at all', 'ask', given('ask', { InputTimeLimitSeconds: '0' })],
    ['no kind of answer', 'call', given('call', { ResponseValidation: { ResponseType: 'XML' } })],
    [
      'a recording of nobody known',
      'step',
      withStep(
        step(
          'UpdateContactRecordingBehavior',
          { RecordingBehavior: { RecordedParticipants: ['Supervisor'] } },
          [],
        ),
      ),
    ],
    [
      'a priority of nothing',
      'step',
      withStep(step('UpdateContactRoutingBehavior', { QueuePriority: '0' }, [])),
    ],
    [
      'a fixed number to call back',
      'step',
      withStep(
        step('UpdateContactCallbackNumber', { CallbackNumber: '+966500000000' }, [
          'InvalidCallbackNumber',
          'CallbackNumberNotDialable',
        ]),
      ),
    ],
    [
      'a flow attribute without its form',
      'step',
      withStep(step('UpdateFlowAttributes', { FlowAttributes: { a: 'b' } })),
    ],
    ['a tag of the system', 'step', withStep(step('TagContact', { Tags: { 'aws:x': 'y' } }))],
    [
      'seven tags',
      'step',
      withStep(step('TagContact', { Tags: { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1', g: '1' } })),
    ],
  ],
  'lambda-timeout': [
    ['nine seconds', 'call', given('call', { InvocationTimeLimitSeconds: '9' })],
    ['none', 'call', given('call', { InvocationTimeLimitSeconds: '0' })],
    ['a part of a second', 'call', given('call', { InvocationTimeLimitSeconds: '2.5' })],
    ['less than none', 'call', given('call', { InvocationTimeLimitSeconds: -1 })],
    ['a word', 'call', given('call', { InvocationTimeLimitSeconds: 'soon' })],
    ['what is known later only', 'call', given('call', { InvocationTimeLimitSeconds: '$.Attributes.limit' })],
  ],
};
