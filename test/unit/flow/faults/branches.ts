import { bilingualFlow } from '../bilingual-flow.ts';
import { compared, type Faults, leading, step, withError, withoutError, withStep } from './change.ts';

const split = (...limits: string[]) =>
  withStep(
    step(
      'DistributeByPercentage',
      {},
      ['NoMatchingCondition'],
      limits.map((limit) => ['NumberLessThan', limit]),
    ),
  );

const metric = (MetricType: string, operator: string, operand: string) =>
  withStep(
    step(
      'CheckMetricData',
      { MetricType },
      ['NoMatchingError', 'NoMatchingCondition'],
      [[operator, operand]],
    ),
  );

/** Faults of errors, conditions and allowed positions of actions. */
export const branchFaults: Faults = {
  'missing-error-branch': [
    ['of a function', 'call', withoutError('call', 'NoMatchingError')],
    ['of a full queue', 'transfer', withoutError('transfer', 'QueueAtCapacity')],
    ['of silence', 'ask', withoutError('ask', 'InputTimeLimitExceeded')],
    ['of a wrong key', 'ask', withoutError('ask', 'NoMatchingCondition')],
    ['of hours', 'hours', withoutError('hours', 'NoMatchingError')],
    ['of a message', 'welcome en', withoutError('welcome en', 'NoMatchingError')],
    [
      'of a number that is none',
      'step',
      withStep(
        step('GetParticipantInput', {
          Text: 'Your number?',
          StoreInput: 'True',
          InputTimeLimitSeconds: '5',
          InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
        }),
      ),
    ],
    [
      'of a redaction that fails',
      'step',
      withStep(
        step('UpdateContactRecordingAndAnalyticsBehavior', { ChatBehavior: {} }, [
          'NoMatchingError',
          'ChannelMismatch',
        ]),
      ),
    ],
  ],
  'unknown-error-branch': [
    ['a word', 'call', withError('call', 'Weather')],
    ['a slip', 'call', withError('call', 'NoMatchingErorr')],
    ['of another action', 'welcome en', withError('welcome en', 'QueueAtCapacity')],
    [
      'what a stored entry never raises',
      'step',
      withStep(
        step(
          'GetParticipantInput',
          {
            Text: 'Your number?',
            StoreInput: 'True',
            InputTimeLimitSeconds: '5',
            InputValidation: { CustomValidation: { MaximumLength: '9' } },
          },
          ['NoMatchingError', 'NoMatchingCondition'],
        ),
      ),
    ],
  ],
  'missing-condition': [
    [
      'of a comparison',
      'step',
      withStep(step('Compare', { ComparisonValue: '$.Channel' }, ['NoMatchingCondition'])),
    ],
    [
      'of a metric',
      'step',
      withStep(
        step('CheckMetricData', { MetricType: 'NumberOfAgentsOnline' }, [
          'NoMatchingError',
          'NoMatchingCondition',
        ]),
      ),
    ],
    [
      'the end of a loop',
      'again',
      leading('again', (of) => ({ ...of, Conditions: of.Conditions?.slice(0, 1) ?? [] })),
    ],
    [
      'the way round',
      'again',
      leading('again', (of) => ({ ...of, Conditions: of.Conditions?.slice(1) ?? [] })),
    ],
    ['both answers of hours', 'hours', leading('hours', (of) => ({ ...of, Conditions: [] }))],
    ['the end of a wait', 'step', withStep(step('Wait', { TimeLimitSeconds: '5' }))],
    [
      'an event of a wait',
      'step',
      withStep(
        step(
          'Wait',
          { TimeLimitSeconds: '5', Events: ['CustomerReturned'] },
          ['NoMatchingError'],
          [['Equals', 'WaitCompleted']],
        ),
      ),
    ],
  ],
  'unexpected-condition': [
    [
      'of a function',
      'call',
      leading('call', (of) => ({
        ...of,
        Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['yes'] } }],
      })),
    ],
    [
      'of a message',
      'welcome en',
      leading('welcome en', (of) => ({
        ...of,
        Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['1'] } }],
      })),
    ],
    [
      'of a stored entry',
      'step',
      withStep(
        step(
          'GetParticipantInput',
          {
            Text: 'Your number?',
            StoreInput: 'True',
            InputTimeLimitSeconds: '5',
            InputValidation: { CustomValidation: { MaximumLength: '1' } },
          },
          ['NoMatchingError'],
          [['Equals', '1']],
        ),
      ),
    ],
  ],
  'unknown-operator': [
    ['a word', 'ask', compared('ask', { Operator: 'Resembles' })],
    ['a slip', 'hours', compared('hours', { Operator: 'Equal' })],
    ['of another language', 'again', compared('again', { Operator: '==' })],
  ],
  'wrong-operator': [
    ['keys as numbers', 'ask', compared('ask', { Operator: 'NumberLessThan' })],
    ['hours as text', 'hours', compared('hours', { Operator: 'TextContains' })],
    ['agents with a limit of their own', 'step', metric('NumberOfAgentsStaffed', 'NumberLessThan', '3')],
    ['contacts as text', 'step', metric('NumberOfContactsInQueue', 'TextStartsWith', '3')],
  ],
  'wrong-operand': [
    ['two keys', 'ask', compared('ask', { Operands: ['12'] })],
    ['nothing', 'ask', compared('ask', { Operands: [] })],
    ['no number', 'step', metric('NumberOfContactsInQueue', 'NumberGreaterThan', 'many')],
    ['more agents than any', 'step', metric('NumberOfAgentsAvailable', 'NumberGreaterThan', '2')],
    ['shares that do not rise', 'step', split('51', '30')],
    ['a share of more than all', 'step', split('51', '130')],
  ],
  'duplicate-branch': [
    ['a key', 'ask', compared('ask', { Operands: ['2'] })],
    [
      'an error',
      'call',
      leading('call', (of) => ({
        ...of,
        Errors: [...(of.Errors ?? []), { ErrorType: 'NoMatchingError', NextAction: 'hours' }],
      })),
    ],
    ['an error with the same way', 'call', withError('call', 'NoMatchingError')],
  ],
  'not-allowed-here': [
    ['a queue to set while waiting', 'queue', { ...bilingualFlow, Metadata: { type: 'customerQueue' } }],
    ['a question on hold', 'ask', { ...bilingualFlow, Metadata: { type: 'customerHold' } }],
    ['hours in a whisper', 'hours', { ...bilingualFlow, Metadata: { kind: 'AGENT_WHISPER' } }],
  ],
};
