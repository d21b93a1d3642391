import type { Action, Parameters } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { fixedText } from './fixed-text.ts';
import { isTrue } from './is-true.ts';

interface Void {
  readonly parameter: string;
  /** True when the other parameters make it void. */
  readonly when: (parameters: Parameters) => boolean;
  readonly because: string;
}

const onlyStored = (parameter: string): Void => ({
  parameter,
  when: ({ StoreInput }) => !isTrue(StoreInput),
  because: 'the input is not stored',
});

const LEAST_DELAY = 1;

/** Parameters without effect beside others. Source: developer guide, the page of each action. */
const VOIDS: Readonly<Record<string, readonly Void[]>> = {
  CreateCallbackContact: [
    {
      // The parameter is required anyway, so the minimum is not reported.
      parameter: 'InitialCallDelaySeconds',
      when: ({ ContactFlowId, InitialCallDelaySeconds }) =>
        ContactFlowId !== undefined && Number(InitialCallDelaySeconds) > LEAST_DELAY,
      because: 'a callback that starts with a flow is not delayed',
    },
  ],
  GetParticipantInput: [
    onlyStored('InputValidation'),
    onlyStored('InputEncryption'),
    {
      parameter: 'InputValidation.PhoneNumberValidation.CountryCode',
      when: ({ InputValidation }) =>
        fixedText(within(InputValidation, 'PhoneNumberValidation', 'NumberFormat'))?.toUpperCase() === 'E164',
      because: 'an E.164 number has its own country',
    },
  ],
  InvokeLambdaFunction: [
    {
      parameter: 'ResponseValidation',
      when: ({ InvocationType }) => fixedText(InvocationType)?.toUpperCase() === 'ASYNCHRONOUS',
      because: 'the flow does not wait for the response',
    },
  ],
  MessageParticipantIteratively: [
    {
      parameter: 'ContinueMessagingDuringInterrupt',
      when: ({ InterruptFrequencySeconds }) => InterruptFrequencySeconds === undefined,
      because: 'the messages are never interrupted',
    },
  ],
  CompleteOutboundCall: [
    {
      parameter: 'CallerId',
      when: ({ VoiceConnector }) => VoiceConnector !== undefined,
      because: 'a voice connector has its own number',
    },
    {
      parameter: 'ConnectionTimeLimitSeconds',
      when: ({ VoiceConnector }) => VoiceConnector === undefined,
      because: 'it is the limit of a voice connector',
    },
  ],
  UpdateContactTextToSpeechVoice: [
    {
      parameter: 'TextToSpeechStyle',
      when: ({ TextToSpeechEngine, TextToSpeechStyle }) =>
        (TextToSpeechEngine === undefined || fixedText(TextToSpeechEngine)?.toLowerCase() === 'standard') &&
        fixedText(TextToSpeechStyle)?.toLowerCase() !== 'none',
      because: 'the standard engine has no styles',
    },
  ],
};

const judge = ({ Identifier, Type, Parameters }: Action, ours: boolean): Finding[] =>
  (Object.hasOwn(VOIDS, Type) ? (VOIDS[Type] ?? []) : [])
    .filter(
      ({ parameter, when }) => within(Parameters, ...parameter.split('.')) !== undefined && when(Parameters),
    )
    .map(({ parameter, because }) =>
      (ours ? error : warning)('void-parameter', Identifier, `${parameter} has no effect: ${because}`),
    );

const voidParameters: Rule = ({ flow, ours }) => flow.Actions.flatMap((action) => judge(action, ours));

/** Rules about parameters that other parameters make void. */
export const voidRules: readonly Rule[] = [voidParameters];
