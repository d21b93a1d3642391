import { type Catalogue, EQUALS, INBOUND_AND_QUEUE, SWITCH, WHISPER } from './action-spec.ts';

const PROMPT = ['PromptId', 'Text', 'SSML', 'Media'] as const;

/**
 * Prompts and inputs of the caller. Source: developer guide, "participant-actions-*", and console exports.
 */
export const participantActions = {
  MessageParticipant: {
    oneOf: PROMPT,
    optional: ['SkipWhenDTMFBufferEnabled'],
    shouldHandle: ['NoMatchingError'],
    kinds: [...INBOUND_AND_QUEUE, ...WHISPER],
  },
  MessageParticipantIteratively: {
    required: ['Messages'],
    optional: ['InterruptFrequencySeconds', 'ContinueMessagingDuringInterrupt'],
    values: { InterruptFrequencySeconds: { min: 1, max: 86_400 }, ContinueMessagingDuringInterrupt: SWITCH },
    conditions: 'any',
    results: ['MessagesInterrupted'],
    operators: EQUALS,
    shouldHandle: ['NoMatchingError'],
    paces: true,
    kinds: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  },
  GetParticipantInput: {
    required: ['InputTimeLimitSeconds'],
    optional: [
      ...PROMPT,
      'StoreInput',
      'InputValidation',
      'InputEncryption',
      'DTMFConfiguration',
      'EnableDTMFBuffer',
      'SkipWhenDTMFBufferEnabled',
    ],
    exclusive: PROMPT,
    values: {
      // The console's limit. The action listens to keys only, so that a chat has no longer one.
      InputTimeLimitSeconds: { min: 1, max: 180 },
      StoreInput: SWITCH,
      'InputValidation.CustomValidation.MaximumLength': { min: 1, max: 1024 },
      'InputValidation.PhoneNumberValidation.NumberFormat': { oneOf: ['Local', 'E164'] },
      'InputValidation.PhoneNumberValidation.CountryCode': {
        matches: /^[A-Za-z]{2}$/,
        says: 'must be a country code of two letters',
      },
      'DTMFConfiguration.InputTerminationSequence': {
        matches: /^[0-9*#]{1,5}$/,
        says: 'must be one to five keys',
      },
      'DTMFConfiguration.InterdigitTimeLimitSeconds': { min: 1, max: 20 },
      'DTMFConfiguration.DisableCancelKey': SWITCH,
    },
    fixed: ['InputTimeLimitSeconds', 'StoreInput'],
    nested: {
      InputValidation: ['CustomValidation', 'PhoneNumberValidation'],
      'InputValidation.CustomValidation': ['MaximumLength'],
      'InputValidation.PhoneNumberValidation': ['NumberFormat', 'CountryCode'],
      InputEncryption: ['EncryptionKeyId', 'Key'],
      DTMFConfiguration: ['InputTerminationSequence', 'DisableCancelKey', 'InterdigitTimeLimitSeconds'],
    },
    conditions: 'any',
    results: [...'0123456789*#'],
    operators: EQUALS,
    mustHandle: ['NoMatchingError'],
    mayRaise: ['NoMatchingCondition', 'InputTimeLimitExceeded', 'InvalidPhoneNumber'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  ConnectParticipantWithLexBot: {
    optional: [
      ...PROMPT,
      'LexSessionAttributes',
      'LexInitializationData',
      'LexTimeoutSeconds',
      'SkipWhenDTMFBufferEnabled',
    ],
    anyOf: ['LexV2Bot', 'LexBot'],
    exclusive: PROMPT,
    textMaps: ['LexSessionAttributes'],
    conditions: 'any',
    operators: EQUALS,
    mustHandle: ['NoMatchingCondition', 'NoMatchingError'],
    mayRaise: ['InputTimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  // Newer than the guide's list. Found in console exports.
  ConnectParticipantWithAgenticCX: {
    required: ['AgentConfiguration'],
    optional: ['SpeechRecognitionConfiguration', 'AudioFillerConfiguration'],
    conditions: 'any',
    operators: EQUALS,
    mustHandle: ['NoMatchingCondition', 'NoMatchingError'],
    shouldHandle: ['InputTimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  ShowView: {
    required: ['ViewResource'],
    optional: ['InvocationTimeLimitSeconds', 'ViewData', 'SensitiveDataConfiguration'],
    values: { InvocationTimeLimitSeconds: { min: 1, max: 604_800 } },
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    shouldHandle: ['NoMatchingCondition', 'TimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  TransferParticipantToThirdParty: {
    required: ['ThirdPartyPhoneNumber'],
    optional: [
      'ThirdPartyConnectionTimeLimitSeconds',
      'ThirdPartyConnectionTimeoutSeconds',
      'ContinueFlowExecution',
      'ThirdPartyDTMFDigits',
      'CallerId',
      'VoiceConnector',
    ],
    values: { ThirdPartyConnectionTimeLimitSeconds: { min: 1, max: 600 }, ContinueFlowExecution: SWITCH },
    mustHandle: ['NoMatchingError'],
    mayRaise: ['CallFailed', 'ConnectionTimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  AuthenticateParticipant: {
    optional: ['CognitoConfiguration', 'CustomerProfilesConfiguration', 'TimeLimitMinutes'],
    conditions: 'any',
    mayRaise: ['NoMatchingError', 'NoMatchingCondition', 'TimeLimitExceeded', 'InputTimeLimitExceeded'],
    paces: true,
  },
  RenderMessageTemplate: { openParameters: true, mustHandle: ['NoMatchingError'] },
  DisconnectParticipant: { terminal: true, kinds: INBOUND_AND_QUEUE },
} as const satisfies Catalogue;
