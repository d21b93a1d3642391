import type { Parameters } from '#shared/flow/flow-language.ts';
import { bilingualFlow } from '../bilingual-flow.ts';
import { changed, type Faults, given, SOME_ID, step, withStep } from './change.ts';

const QUEUED = { Metadata: { type: 'customerQueue' } };
const CALLBACK: Parameters = {
  InitialCallDelaySeconds: '5',
  RetryDelaySeconds: '600',
  MaximumConnectionAttempts: '2',
};

const voice = (parameters: Parameters) => changed('english', () => ({ Parameters: parameters }));

const speaking = (ssml: string) => ({ Text: undefined, SSML: `<speak>${ssml}</speak>` });

/** The English welcome with SSML, and a voice for it. */
const welcome = (ssml: string, engine: string, name = 'Joanna') => {
  const flow = voice({ TextToSpeechVoice: name, TextToSpeechEngine: engine });
  return {
    ...flow,
    Actions: flow.Actions.map((each) =>
      each.Identifier === 'welcome en' ? { ...each, Parameters: { SSML: speaking(ssml).SSML } } : each,
    ),
  };
};

const callback = (more: Parameters) => withStep(step('CreateCallbackContact', { ...CALLBACK, ...more }));

const hooks = (EventHooks: Parameters) => withStep(step('UpdateContactEventHooks', { EventHooks }));

/** The ARN of a resource of Connect. */
const arn = (kind: string) => `arn:aws:connect:eu-west-2:1:instance/${SOME_ID}/${kind}/${SOME_ID}`;

const comparing = (operator: string, operand: string) =>
  withStep(step('Compare', { ComparisonValue: '$.Channel' }, ['NoMatchingCondition'], [[operator, operand]]));

const bot = (more: Parameters) =>
  withStep(
    step(
      'ConnectParticipantWithLexBot',
      { LexV2Bot: { AliasArn: 'arn:aws:lex:x:1:bot-alias/a/b' }, ...more },
      ['NoMatchingError', 'NoMatchingCondition'],
      [['Equals', 'pay']],
    ),
  );

/** A stored entry with a validation. */
const stored = (more: Parameters) =>
  withStep(
    step(
      'GetParticipantInput',
      { Text: 'مرحبا. Hello.', StoreInput: 'True', InputTimeLimitSeconds: '5', ...more },
      ['NoMatchingError', 'InvalidPhoneNumber'],
    ),
  );

const input = (more: Parameters) =>
  withStep(
    step('GetParticipantInput', { InputTimeLimitSeconds: '5', ...more }, [
      'NoMatchingError',
      'NoMatchingCondition',
      'InputTimeLimitExceeded',
    ]),
  );

/** Faults that the service rejects although each part of the action is spelt correctly. */
export const serviceFaults: Faults = {
  'missing-parameter': [
    ['words of a question', 'step', input({ StoreInput: 'False' })],
    [
      'words of an entry',
      'step',
      withStep(
        step('GetParticipantInput', {
          StoreInput: 'True',
          InputTimeLimitSeconds: '5',
          InputValidation: { CustomValidation: { MaximumLength: '4' } },
        }),
      ),
    ],
    [
      'the flow of an event',
      'step',
      withStep(step('UpdateContactEventHooks', { EventHooks: { CustomerQueue: '' } })),
    ],
  ],
  'bad-value': [
    ['listening for more than three minutes', 'ask', given('ask', { InputTimeLimitSeconds: '181' })],
    ['listening for ten minutes', 'ask', given('ask', { InputTimeLimitSeconds: 600 })],
    ['listening for a time known later', 'ask', given('ask', { InputTimeLimitSeconds: '$.CustomerId' })],
    ['a callback at once', 'step', callback({ InitialCallDelaySeconds: '0' })],
    ['a callback after a time known later', 'step', callback({ InitialCallDelaySeconds: '$.CustomerId' })],
    ['a second try at once', 'step', callback({ RetryDelaySeconds: 0 })],
    ['a second try known later', 'step', callback({ RetryDelaySeconds: '$.CustomerId' })],
    ['no try at all', 'step', callback({ MaximumConnectionAttempts: '0' })],
    ['tries known later', 'step', callback({ MaximumConnectionAttempts: '$.CustomerId' })],
    ['a callback in four days', 'step', callback({ InitialCallDelaySeconds: '345600' })],
    [
      'an attribute that is a number',
      'step',
      withStep(step('UpdateContactAttributes', { Attributes: { tries: 3 } })),
    ],
    [
      'an attribute that is true',
      'step',
      withStep(step('UpdateContactAttributes', { Attributes: { vip: true } })),
    ],
    [
      'an attribute that is nothing',
      'step',
      withStep(step('UpdateContactAttributes', { Attributes: { ref: null } })),
    ],
    [
      'an attribute with parts',
      'step',
      withStep(step('UpdateContactAttributes', { Attributes: { a: { b: 'c' } } })),
    ],
    [
      'an attribute that is a list',
      'step',
      withStep(step('UpdateContactAttributes', { Attributes: { a: ['b'] } })),
    ],
    ['a number for a function', 'call', given('call', { LambdaInvocationAttributes: { step: 1 } })],
    [
      'a flow attribute that is a number',
      'step',
      withStep(step('UpdateFlowAttributes', { FlowAttributes: { a: { Value: 3 } } })),
    ],
    [
      'a comparison with two references',
      'step',
      withStep(
        step(
          'Compare',
          { ComparisonValue: '$.Channel $.ContactId' },
          ['NoMatchingCondition'],
          [['Equals', 'a']],
        ),
      ),
    ],
    [
      'a comparison of a word',
      'step',
      withStep(step('Compare', { ComparisonValue: 'language' }, ['NoMatchingCondition'], [['Equals', 'a']])),
    ],
  ],
  'conflicting-parameters': [
    [
      'two events at once',
      'step',
      withStep(
        step('UpdateContactEventHooks', { EventHooks: { CustomerQueue: SOME_ID, CustomerHold: SOME_ID } }),
      ),
    ],
    [
      'analytics of the customer only',
      'step',
      withStep(
        step(
          'UpdateContactRecordingAndAnalyticsBehavior',
          {
            VoiceBehavior: {
              VoiceRecordingBehavior: { RecordedParticipants: ['Customer'] },
              VoiceAnalyticsBehavior: { Enabled: 'True' },
            },
          },
          ['NoMatchingError', 'ChannelMismatch'],
        ),
      ),
    ],
  ],
  'unknown-voice': [
    ['a slip', 'english', voice({ TextToSpeechVoice: 'Joana' })],
    ['a name of nobody', 'english', voice({ TextToSpeechVoice: 'Fulan', TextToSpeechEngine: 'Neural' })],
    ['another case of letters, and a slip', 'english', voice({ TextToSpeechVoice: 'matew' })],
    [
      'a standard engine for a neural voice',
      'arabic',
      changed('arabic', () => ({
        Parameters: { TextToSpeechVoice: 'Hala', TextToSpeechEngine: 'Standard' },
      })),
    ],
    [
      'no engine for a neural voice',
      'arabic',
      changed('arabic', () => ({ Parameters: { TextToSpeechVoice: 'Zayd' } })),
    ],
    [
      'a neural engine for a standard voice',
      'arabic',
      changed('arabic', () => ({
        Parameters: { TextToSpeechVoice: 'Zeina', TextToSpeechEngine: 'neural' },
      })),
    ],
    [
      'a long form that is missing',
      'english',
      voice({ TextToSpeechVoice: 'Joanna', TextToSpeechEngine: 'Long-form' }),
    ],
    [
      'a generative voice that is missing',
      'arabic',
      changed('arabic', () => ({
        Parameters: { TextToSpeechVoice: 'Hala', TextToSpeechEngine: 'Generative' },
      })),
    ],
  ],
  'bad-ssml': [
    [
      'emphasis in a neural voice',
      'welcome en',
      welcome('<emphasis level="strong">Welcome.</emphasis>', 'Neural'),
    ],
    ['pitch in a neural voice', 'welcome en', welcome('<prosody pitch="high">Welcome.</prosody>', 'Neural')],
    [
      'whispering in a neural voice',
      'welcome en',
      welcome('<amazon:effect name="whispered">Welcome.</amazon:effect>', 'neural'),
    ],
    [
      'a soft neural voice',
      'welcome en',
      welcome('<amazon:effect phonation="soft">Welcome.</amazon:effect>', 'Neural'),
    ],
    [
      'breath in a generative voice',
      'welcome en',
      welcome('<amazon:auto-breaths>Welcome.</amazon:auto-breaths>', 'Generative'),
    ],
    [
      'letters in a voice that is only neural',
      'welcome en',
      welcome('<say-as interpret-as="characters">Welcome</say-as>', 'Neural', 'Ruth'),
    ],
  ],
  'resource-by-name': [
    ['a queue', 'queue', given('queue', { QueueId: 'BasicQueue' })],
    ['a queue with blanks', 'queue', given('queue', { QueueId: 'General enquiries' })],
    ['hours', 'hours', given('hours', { HoursOfOperationId: 'Basic Hours' })],
    ['hours in Arabic', 'hours', given('hours', { HoursOfOperationId: 'ساعات العمل' })],
    ['a flow', 'step', withStep(step('TransferToFlow', { ContactFlowId: 'Main flow' }))],
    ['a module', 'step', withStep(step('InvokeFlowModule', { FlowModuleId: 'check-status' }))],
    [
      'the flow of an event',
      'step',
      withStep(step('UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'Music' } })),
    ],
    ['a recording', 'step', withStep(step('MessageParticipant', { PromptId: 'Beep.wav' }))],
    ['a function', 'call', given('call', { LambdaFunctionARN: 'find-case' })],
    ['a part of an id', 'queue', given('queue', { QueueId: '0a1b2c3d-0000-4000-8000' })],
  ],
  'void-parameter': [
    ['the delay of a callback with a flow', 'step', callback({ ContactFlowId: SOME_ID })],
    [
      'validation of an answer that is not stored',
      'step',
      input({
        Text: 'مرحبا. Hello.',
        StoreInput: 'False',
        InputValidation: { CustomValidation: { MaximumLength: '1' } },
      }),
    ],
    [
      'a style of the standard engine',
      'english',
      voice({
        TextToSpeechVoice: 'Joanna',
        TextToSpeechEngine: 'Standard',
        TextToSpeechStyle: 'Conversational',
      }),
    ],
    [
      'messages that go on while never interrupted',
      'step',
      {
        ...withStep(
          step('MessageParticipantIteratively', {
            Messages: [{ Text: 'مرحبا. Hello.' }],
            ContinueMessagingDuringInterrupt: 'True',
          }),
        ),
        Metadata: {},
      },
    ],
    [
      'the number of a call through a connector',
      'step',
      withStep(step('CompleteOutboundCall', { CallerId: { Number: '+966110000000' }, VoiceConnector: {} })),
    ],
  ],
  'empty-prompt': [
    ['no text of a question', 'step', input({ Text: '', StoreInput: 'False' })],
    ['SSML without words', 'step', withStep(step('MessageParticipant', { SSML: '<speak> </speak>' }))],
    ['a recording without a name', 'step', withStep(step('MessageParticipant', { PromptId: '' }))],
    [
      'an empty message among several',
      'step',
      {
        ...withStep(
          step('MessageParticipantIteratively', { Messages: [{ Text: 'مرحبا. Hello.' }, { Text: '' }] }),
        ),
        Metadata: {},
      },
    ],
  ],
  'not-allowed-here': [
    ['an end of the flow before the queue', 'end', changed('end', () => ({ Type: 'EndFlowExecution' }))],
    [
      'a module while waiting',
      'step',
      { ...withStep(step('InvokeFlowModule', { FlowModuleId: SOME_ID })), ...QUEUED },
    ],
    [
      'a priority while waiting',
      'step',
      {
        ...withStep(step('UpdateContactRoutingBehavior', { QueuePriority: '2' }, [])),
        ...QUEUED,
      },
    ],
    [
      'a function flow that ends like a queue',
      'end',
      {
        ...changed('end', () => ({ Type: 'EndFlowExecution' })),
        Metadata: { kind: 'QUEUE_TRANSFER' },
      },
    ],
  ],
};

/** Faults like those above, in values that are empty, of another type or of another kind. */
export const emptyValueFaults: Faults = {
  'missing-parameter': [
    ['blanks for the flow of an event', 'step', hooks({ CustomerQueue: '  ' })],
    ['a list of nothing as the flow of an event', 'step', hooks({ CustomerQueue: [] })],
    ['null for the words of a question', 'step', input({ Text: null, StoreInput: 'False' })],
    ['no validation in the validation', 'step', stored({ InputValidation: {} })],
    ['no length in the validation', 'step', stored({ InputValidation: { CustomValidation: {} } })],
    ['no format in the validation', 'step', stored({ InputValidation: { PhoneNumberValidation: {} } })],
    ['null for a queue', 'queue', given('queue', { QueueId: null })],
    ['an empty queue', 'queue', given('queue', { QueueId: '' })],
    ['blanks for a function', 'call', given('call', { LambdaFunctionARN: ' ' })],
    ['an empty flow', 'step', withStep(step('TransferToFlow', { ContactFlowId: '' }))],
    ['an empty module', 'step', withStep(step('InvokeFlowModule', { FlowModuleId: '' }))],
    ['an empty voice', 'english', voice({ TextToSpeechVoice: '' })],
    ['an empty delay of a callback', 'step', callback({ InitialCallDelaySeconds: '' })],
    ['null for the delay of a callback', 'step', callback({ InitialCallDelaySeconds: null })],
    ['null for attributes', 'step', withStep(step('UpdateContactAttributes', { Attributes: null }))],
  ],
  'missing-condition': [
    ['of a distribution', 'step', withStep(step('DistributeByPercentage', {}, ['NoMatchingCondition']))],
  ],
  'wrong-operand': [
    ['an empty value to compare with', 'step', comparing('Equals', '')],
    ['blanks to compare with', 'step', comparing('TextContains', '  ')],
    ['an empty number to compare with', 'step', comparing('NumberGreaterThan', '')],
  ],
  'bad-value': [
    ['attributes that are a text', 'step', withStep(step('UpdateContactAttributes', { Attributes: 'a=b' }))],
    ['attributes that are a list', 'step', withStep(step('UpdateContactAttributes', { Attributes: ['a'] }))],
    ['a time limit that is a list', 'ask', given('ask', { InputTimeLimitSeconds: ['5'] })],
    ['a time limit with parts', 'ask', given('ask', { InputTimeLimitSeconds: {} })],
    ['a time limit with an exponent', 'ask', given('ask', { InputTimeLimitSeconds: '1e2' })],
    ['a delay in hexadecimal', 'step', callback({ InitialCallDelaySeconds: '0x10' })],
    ['a delay known later, in brackets', 'step', callback({ InitialCallDelaySeconds: "$['External']['d']" })],
  ],
  'resource-by-name': [
    [
      'the ARN of a queue for a flow',
      'step',
      withStep(step('TransferToFlow', { ContactFlowId: arn('queue') })),
    ],
    ['the ARN of a flow for a queue', 'queue', given('queue', { QueueId: arn('contact-flow') })],
    ['the ARN of a queue for hours', 'hours', given('hours', { HoursOfOperationId: arn('queue') })],
    ['the ARN of a flow for a function', 'call', given('call', { LambdaFunctionARN: arn('contact-flow') })],
    ['a quick connect', 'step', withStep(step('CreateTask', { Name: 'x', QuickConnectId: 'Billing' }))],
  ],
  'void-parameter': [
    [
      'the country of a number that has one',
      'step',
      stored({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164', CountryCode: 'SA' } } }),
    ],
    [
      'the form of a response that is not awaited',
      'call',
      given('call', { InvocationType: 'ASYNCHRONOUS', ResponseValidation: { ResponseType: 'JSON' } }),
    ],
    [
      'a style without an engine',
      'english',
      voice({ TextToSpeechVoice: 'Joanna', TextToSpeechStyle: 'Conversational' }),
    ],
  ],
  'empty-prompt': [
    ['a number for a text', 'step', withStep(step('MessageParticipant', { Text: 5 }))],
    ['a file without a place', 'step', withStep(step('MessageParticipant', { Media: {} }))],
    ['a mark of direction', 'step', withStep(step('MessageParticipant', { Text: '\u200f' }))],
    ['no text of a bot', 'step', bot({ Text: '' })],
  ],
  'bad-ssml': [
    ['an entity of HTML', 'welcome en', welcome('You&nbsp;are welcome.', 'Standard')],
    ['a value without quotes', 'welcome en', welcome('Welcome.<break time=1s/>', 'Standard')],
    ['a break that is too long', 'welcome en', welcome('Welcome.<break time="11s"/>', 'Standard')],
    ['a break of an unknown unit', 'welcome en', welcome('Welcome.<break time="1sec"/>', 'Standard')],
    ['a break of an unknown strength', 'welcome en', welcome('Welcome.<break strength="huge"/>', 'Standard')],
    ['say-as without a form', 'welcome en', welcome('Welcome. <say-as>12</say-as>', 'Standard')],
    ['two roots', 'welcome en', welcome('Welcome.</speak><speak>Again.', 'Standard')],
    ['words after the root', 'welcome en', welcome('Welcome.</speak><p>Again.</p><speak>', 'Standard')],
  ],
};

/** Actions that are correct, and look like a fault above. */
export const soundActions: Faults = {
  'unknown-voice': [
    ['a generative voice', '', voice({ TextToSpeechVoice: 'Ruth', TextToSpeechEngine: 'Generative' })],
    ['a name without its accent', '', voice({ TextToSpeechVoice: 'Lea', TextToSpeechEngine: 'Neural' })],
    ['a name with its accent', '', voice({ TextToSpeechVoice: 'Rémi', TextToSpeechEngine: 'Neural' })],
    ['a voice known later', '', voice({ TextToSpeechVoice: '$.Attributes.voice' })],
  ],
  'bad-ssml': [
    ['emphasis in a standard voice', '', welcome('<emphasis>Welcome.</emphasis>', 'Standard')],
    [
      'volume in a neural voice',
      '',
      welcome('<prosody volume="loud" rate="slow">Welcome.</prosody>', 'Neural'),
    ],
    [
      'a break of ten seconds',
      '',
      welcome('Welcome.<break time="10s"/><break strength="x-strong"/>', 'Neural'),
    ],
    ['escaped signs', '', welcome('You &amp; me &#38; us &quot;all&quot;.', 'Neural')],
    ['a reference in an attribute', '', welcome('Hi <break time="$.External.pause"/>', 'Standard')],
    ['digits in a neural voice', '', welcome('Welcome. <say-as interpret-as="digits">12</say-as>', 'Neural')],
  ],
  'resource-by-name': [
    ['an id', '', given('queue', { QueueId: SOME_ID })],
    [
      'an ARN',
      '',
      given('queue', { QueueId: `arn:aws:connect:eu-west-2:1:instance/${SOME_ID}/queue/${SOME_ID}` }),
    ],
    [
      'an ARN of another partition',
      '',
      given('queue', { QueueId: `arn:aws-us-gov:connect:x:1:instance/a/queue/b` }),
    ],
    [
      'a module with its version',
      '',
      withStep(step('InvokeFlowModule', { FlowModuleId: `${SOME_ID}:$LATEST` })),
    ],
    ['the queue of an agent', '', given('queue', { QueueId: `${arn('queue')}/agent/${SOME_ID}` })],
    ['a value of a template', '', given('queue', { QueueId: '$[GeneralQueueArn]' })],
    ['a value of another template', '', given('queue', { QueueId: '{{queues.general.arn}}' })],
  ],
  'bad-value': [
    ['three minutes', '', given('ask', { InputTimeLimitSeconds: '180' })],
    ['a callback after three days', '', callback({ InitialCallDelaySeconds: '259200' })],
    [
      'a comparison of a name with blanks',
      '',
      withStep(
        step(
          'Compare',
          { ComparisonValue: "$.External['case type']" },
          ['NoMatchingCondition'],
          [['Equals', 'a']],
        ),
      ),
    ],
  ],
  'void-parameter': [
    [
      'the least delay of a callback with a flow',
      '',
      callback({ ContactFlowId: SOME_ID, InitialCallDelaySeconds: '1' }),
    ],
  ],
  'not-allowed-here': [
    [
      'an end of the flow while waiting',
      '',
      {
        ...bilingualFlow,
        ...changed('end', () => ({ Type: 'EndFlowExecution' })),
        Metadata: {},
      },
    ],
  ],
};
