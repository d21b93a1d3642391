import { type Catalogue, INBOUND_AND_QUEUE, WHISPER } from './action-spec.ts';

const PROMPT = ['PromptId', 'Text', 'SSML', 'Media'] as const;

/** What the caller hears and answers. Source: developer guide, "participant-actions-*". */
export const participantActions = {
  MessageParticipant: {
    oneOf: PROMPT,
    shouldHandle: ['NoMatchingError'],
    kinds: [...INBOUND_AND_QUEUE, ...WHISPER],
  },
  MessageParticipantIteratively: {
    required: ['Messages'],
    optional: ['InterruptFrequencySeconds'],
    conditions: 'any',
    shouldHandle: ['NoMatchingError'],
    paces: true,
    kinds: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  },
  GetParticipantInput: {
    required: ['InputTimeLimitSeconds'],
    optional: [...PROMPT, 'StoreInput', 'InputValidation', 'InputEncryption', 'DTMFConfiguration'],
    exclusive: PROMPT,
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    mayRaise: ['NoMatchingCondition', 'InputTimeLimitExceeded', 'InvalidPhoneNumber'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  ConnectParticipantWithLexBot: {
    optional: [
      ...PROMPT,
      'LexV2Bot',
      'LexBot',
      'LexSessionAttributes',
      'LexInitializationData',
      'LexTimeoutSeconds',
    ],
    exclusive: PROMPT,
    conditions: 'any',
    mustHandle: ['NoMatchingCondition', 'NoMatchingError'],
    mayRaise: ['InputTimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  ShowView: {
    required: ['ViewResource'],
    optional: ['InvocationTimeLimitSeconds', 'ViewData', 'SensitiveDataConfiguration'],
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    shouldHandle: ['NoMatchingCondition', 'TimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  TransferParticipantToThirdParty: {
    optional: [
      'ThirdPartyPhoneNumber',
      'ThirdPartyConnectionTimeLimitSeconds',
      'ThirdPartyConnectionTimeoutSeconds',
      'ContinueFlowExecution',
      'ThirdPartyDTMFDigits',
      'CallerId',
      'VoiceConnector',
    ],
    mustHandle: ['NoMatchingError'],
    mayRaise: ['CallFailed', 'ConnectionTimeLimitExceeded'],
    paces: true,
    kinds: INBOUND_AND_QUEUE,
  },
  DisconnectParticipant: { terminal: true, kinds: INBOUND_AND_QUEUE },
  AuthenticateParticipant: { openParameters: true, conditions: 'any', paces: true },
} as const satisfies Catalogue;
