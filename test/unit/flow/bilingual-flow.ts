import type { Action, Flow } from '#shared/flow/flow-language.ts';
import { action, flowOf } from './flow-of.ts';

/** The id of the hours. */
const CENTRE = '0a1b2c3d-0000-4000-8000-000000000001';

const go = (NextAction: string) => ({
  NextAction,
  Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }],
});

const say = (id: string, Text: string, next: string): Action =>
  action(id, 'MessageParticipant', { Parameters: { Text }, Transitions: go(next) });

const condition = (Operand: string, NextAction: string) => ({
  NextAction,
  Condition: { Operator: 'Equals', Operands: [Operand] },
});

/** A flow in the style of another centre: two languages, a menu, an entry, a function, hours, a queue. */
export const bilingualFlow: Flow = {
  ...flowOf(
    action('ask', 'GetParticipantInput', {
      Parameters: {
        SSML: '<speak>للعربية يُرجى الضغط على الرقم واحد. For English press two.</speak>',
        StoreInput: 'False',
        InputTimeLimitSeconds: '5',
      },
      Transitions: {
        NextAction: 'arabic',
        Conditions: [condition('1', 'arabic'), condition('2', 'english')],
        Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({
          ErrorType,
          NextAction: 'arabic',
        })),
      },
    }),
    action('arabic', 'UpdateContactTextToSpeechVoice', {
      Parameters: { TextToSpeechVoice: 'Hala', TextToSpeechEngine: 'Neural' },
      Transitions: go('welcome ar'),
    }),
    action('english', 'UpdateContactTextToSpeechVoice', {
      Parameters: { TextToSpeechVoice: 'Joanna' },
      Transitions: go('welcome en'),
    }),
    say('welcome ar', 'أهلًا بك.', 'call'),
    say('welcome en', 'Welcome.', 'call'),
    action('call', 'InvokeLambdaFunction', {
      Parameters: { LambdaFunctionARN: 'arn:aws:lambda:x:1:function:find', InvocationTimeLimitSeconds: '3' },
      Transitions: go('hours'),
    }),
    action('hours', 'CheckHoursOfOperation', {
      Parameters: { HoursOfOperationId: CENTRE },
      Transitions: {
        ...go('end'),
        Conditions: [condition('True', 'queue'), condition('False', 'end')],
      },
    }),
    action('queue', 'UpdateContactTargetQueue', {
      Parameters: { QueueId: '$.External.queue' },
      Transitions: go('again'),
    }),
    action('again', 'Loop', {
      Parameters: { LoopCount: '2' },
      Transitions: {
        NextAction: 'end',
        Conditions: [condition('ContinueLooping', 'transfer'), condition('DoneLooping', 'end')],
      },
    }),
    action('transfer', 'TransferContactToQueue', {
      Transitions: {
        NextAction: 'end',
        Errors: [
          { ErrorType: 'QueueAtCapacity', NextAction: 'again' },
          { ErrorType: 'NoMatchingError', NextAction: 'end' },
        ],
      },
    }),
    action('end', 'DisconnectParticipant'),
  ),
  Metadata: { type: 'contactFlow' },
};
