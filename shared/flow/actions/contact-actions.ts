import { type Catalogue, INBOUND, INBOUND_AND_QUEUE } from './action-spec.ts';

/** What changes the contact. Source: developer guide, "contact-actions-*". */
export const contactActions = {
  UpdateContactAttributes: {
    required: ['Attributes'],
    optional: ['TargetContact'],
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactData: {
    optional: [
      'Name',
      'Description',
      'LanguageCode',
      'CustomerId',
      'References',
      'SegmentAttributes',
      'IsVoiceIdStreamingEnabled',
      'IsVoiceAuthenticationEnabled',
      'IsFraudDetectionEnabled',
      'VoiceAuthenticationThreshold',
      'VoiceAuthenticationResponseTime',
      'FraudDetectionThreshold',
      'WatchlistId',
      'WisdomSessionArn',
      'TargetContact',
    ],
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactTextToSpeechVoice: {
    required: ['TextToSpeechVoice'],
    optional: ['TextToSpeechEngine', 'TextToSpeechStyle'],
    shouldHandle: ['NoMatchingError'],
  },
  UpdateContactRecordingBehavior: {
    required: ['RecordingBehavior'],
    optional: ['AnalyticsBehavior'],
    mayRaise: ['NoMatchingError'],
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    optional: ['ChatBehavior', 'VoiceBehavior', 'ScreenRecordingBehavior'],
    mustHandle: ['NoMatchingError', 'ChannelMismatch'],
    mayRaise: ['InFlightRedactionConfigurationFailed'],
  },
  UpdateContactTargetQueue: {
    oneOf: ['QueueId', 'AgentId'],
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND,
  },
  TransferContactToQueue: {
    optional: ['QueueId', 'AgentId'],
    mustHandle: ['QueueAtCapacity', 'NoMatchingError'],
    kinds: INBOUND,
  },
  DequeueContactAndTransferToQueue: {
    oneOf: ['QueueId', 'AgentId'],
    mustHandle: ['QueueAtCapacity', 'NoMatchingError'],
    kinds: ['CUSTOMER_QUEUE'],
  },
  TransferContactToAgent: { terminal: true, kinds: ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] },
  UpdateContactCallbackNumber: {
    required: ['CallbackNumber'],
    mustHandle: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'],
    kinds: INBOUND_AND_QUEUE,
  },
  UpdateContactEventHooks: { required: ['EventHooks'], mustHandle: ['NoMatchingError'] },
  UpdateContactRoutingBehavior: {
    oneOf: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
    mayRaise: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
  UpdatePreviousContactParticipantState: {
    required: ['PreviousContactParticipantState'],
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND,
  },
  CompleteOutboundCall: { optional: ['CallerId', 'VoiceConnector', 'ConnectionTimeLimitSeconds'] },
  UpdateContactMediaStreamingBehavior: {
    required: ['MediaStreamingState'],
    optional: ['Participants', 'MediaStreamType'],
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactMediaProcessing: {
    openParameters: true,
    mustHandle: ['NoMatchingError'],
    mayRaise: ['ChannelMismatch'],
  },
  TagContact: { required: ['Tags'], mayRaise: ['NoMatchingError'] },
  UnTagContact: { required: ['TagKeys'], mayRaise: ['NoMatchingError'] },
  ResumeContact: { mustHandle: ['NoMatchingError'] },
} as const satisfies Catalogue;
