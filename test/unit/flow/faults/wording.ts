import type { Flow, Parameters } from '#shared/flow/flow-language.ts';
import { type Faults, given, leading, step, withMore, withStep } from './change.ts';

const toEnd = { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] };

const ssml = (SSML: string) => withStep(step('MessageParticipant', { SSML }));

/** The flow with a prompt that callers hear when the function has failed. */
const afterFailure = (prompt: Parameters): Flow => {
  const more = withMore({ ...step('MessageParticipant', prompt), Transitions: toEnd });
  return {
    ...more,
    Actions: more.Actions.map((each) =>
      each.Identifier === 'call'
        ? {
            ...each,
            Transitions: {
              ...each.Transitions,
              Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'step' }],
            },
          }
        : each,
    ),
  };
};

/** Faults of prompts and of the data in them. */
export const wordFaults: Faults = {
  'attribute-before-set': [
    ['an attribute nothing sets', 'welcome en', given('welcome en', { Text: 'Dear $.Attributes.name' })],
    ['an answer before the question', 'welcome en', given('welcome en', { Text: 'Dear $.External.name' })],
    [
      'the same by its long name',
      'welcome en',
      given('welcome en', { Text: '$.LambdaInvocation.ResultData.a' }),
    ],
    ['an entry before it is made', 'welcome en', given('welcome en', { Text: '$.StoredCustomerInput' })],
    ['metrics before they are loaded', 'welcome en', given('welcome en', { Text: '$.Metrics.Queue.Size' })],
    ['in brackets', 'welcome en', given('welcome en', { Text: "Dear $.Attributes['name']" })],
    [
      'in what a function is given',
      'call',
      given('call', { LambdaInvocationAttributes: { a: '$.Attributes.b' } }),
    ],
    [
      'where only one of two ways sets it',
      'call',
      {
        ...withStep(step('UpdateContactAttributes', { Attributes: { english: 'yes' } })),
        Actions: withStep(step('UpdateContactAttributes', { Attributes: { english: 'yes' } })).Actions.map(
          (each) =>
            each.Identifier === 'call'
              ? {
                  ...each,
                  Parameters: {
                    ...each.Parameters,
                    LambdaInvocationAttributes: { e: '$.Attributes.english' },
                  },
                }
              : each,
        ),
      },
    ],
    [
      'after the function has failed',
      'queue',
      leading('call', (of) => ({ ...of, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'queue' }] })),
    ],
  ],
  'bad-reference': [
    ['a slip', 'queue', given('queue', { QueueId: '$.Externals.queue' })],
    ['another case', 'welcome en', given('welcome en', { Text: 'On $.channel.' })],
    ['what is no data of a contact', 'welcome en', given('welcome en', { Text: 'It is $.Weather.today.' })],
  ],
  'untranslated-prompt': [
    ['English to Arabic callers', 'welcome ar', given('welcome ar', { Text: 'Welcome.' })],
    ['Arabic to English callers', 'welcome en', given('welcome en', { Text: 'أهلًا.' })],
    [
      'the same in SSML',
      'welcome ar',
      {
        ...given('welcome ar', {}),
        Actions: given('welcome ar', {}).Actions.map((each) =>
          each.Identifier === 'welcome ar'
            ? { ...each, Parameters: { SSML: '<speak>Welcome.</speak>' } }
            : each,
        ),
      },
    ],
    [
      'one wording for both',
      'welcome en',
      leading('welcome ar', (of) => ({ ...of, NextAction: 'welcome en' })),
    ],
  ],
  'text-too-long': [
    ['many words', 'welcome en', given('welcome en', { Text: 'Welcome. '.repeat(400) })],
    ['one more than the limit', 'welcome en', given('welcome en', { Text: 'y'.repeat(3001) })],
    ['in SSML', 'step', ssml(`<speak>${'مرحبا. Hello. '.repeat(300)}</speak>`)],
  ],
  'empty-prompt': [
    ['no text', 'step', withStep(step('MessageParticipant', { Text: '' }))],
    ['blanks', 'step', withStep(step('MessageParticipant', { Text: '  \n' }))],
    ['no SSML', 'step', ssml('')],
  ],
  'unproven-success': [
    ['in English', 'step', afterFailure({ Text: 'شكرًا. Your request has been registered.' })],
    ['that a message has come', 'step', afterFailure({ Text: 'شكرًا. We have your message.' })],
    ['in Arabic', 'step', afterFailure({ Text: 'سجّلنا طلبك. Thank you.' })],
    ['in Arabic that a message has come', 'step', afterFailure({ Text: 'وصلت رسالتك. Thank you.' })],
    ['in SSML', 'step', afterFailure({ SSML: '<speak>حجزنا لك موعدًا. Thank you.</speak>' })],
  ],
  'bad-ssml': [
    ['never closed', 'step', ssml('<speak><prosody rate="slow">أهلًا. Hello.</speak>')],
    ['closed otherwise', 'step', ssml('<speak><p>أهلًا. Hello.</s></speak>')],
    ['a mark cut off', 'step', ssml('<speak>أهلًا. Hello./speak>')],
    ['a lone sign', 'step', ssml('<speak>أهلًا. 3 < 4. Hello.</speak>')],
    ['a mark Polly does not know', 'step', ssml('<speak><shout>أهلًا. Hello.</shout></speak>')],
    ['a break not ended', 'step', ssml('<speak>أهلًا. Hello.<break time="1s"></speak>')],
    ['no root', 'step', ssml('أهلًا. Hello.')],
    ['a root that comes later', 'step', ssml('أهلًا. <speak>Hello.</speak>')],
    ['an ampersand', 'step', ssml('<speak>أهلًا. You & me.</speak>')],
  ],
};
