import { type ActionSpec, type Catalogue, INBOUND, INBOUND_AND_QUEUE } from './action-spec.ts';

const ROUTING_CRITERIA = {
  required: ['RoutingCriteria'],
  mustHandle: ['NoMatchingError'],
  kinds: INBOUND_AND_QUEUE,
} as const satisfies ActionSpec;

const UNTAG = { required: ['TagKeys'], shouldHandle: ['NoMatchingError'] } as const satisfies ActionSpec;

/** What changes the contact. Source: developer guide, "contact-actions-*", and console exports. */
export const contactActions = {
  UpdateContactAttributes: {
    required: ['Attributes'],
    optional: ['TargetContact'],
    values: { TargetContact: { oneOf: ['Current', 'Related'] } },
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
    values: { TargetContact: { oneOf: ['Current', 'Related'] } },
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactTextToSpeechVoice: {
    required: ['TextToSpeechVoice'],
    optional: ['TextToSpeechEngine', 'TextToSpeechStyle'],
    values: {
      TextToSpeechEngine: { oneOf: ['Standard', 'Neural', 'Long-form', 'Generative'] },
      TextToSpeechStyle: { oneOf: ['None', 'Conversational', 'Newscaster'] },
    },
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
  UpdateContactEventHooks: {
    anyOf: ['EventHooks', 'EventHooksConfiguration'],
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactRoutingBehavior: {
    oneOf: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
    mayRaise: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
  // The guide's page is called UpdateRoutingCriteria; the service and its exports say UpdateContactRoutingCriteria.
  UpdateContactRoutingCriteria: ROUTING_CRITERIA,
  UpdateRoutingCriteria: ROUTING_CRITERIA,
  UpdatePreviousContactParticipantState: {
    required: ['PreviousContactParticipantState'],
    values: { PreviousContactParticipantState: { oneOf: ['AgentOnHold', 'CustomerOnHold', 'OffHold'] } },
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND,
  },
  CompleteOutboundCall: {
    optional: ['CallerId', 'VoiceConnector', 'ConnectionTimeLimitSeconds'],
    mayRaise: ['NoMatchingError'],
  },
  UpdateContactMediaStreamingBehavior: {
    required: ['MediaStreamingState'],
    optional: ['Participants', 'MediaStreamType'],
    values: { MediaStreamingState: { oneOf: ['Enabled', 'Disabled'] } },
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactMediaProcessing: {
    required: ['ChatProcessor'],
    mustHandle: ['NoMatchingError'],
    mayRaise: ['ChannelMismatch'],
  },
  TagContact: { required: ['Tags'], shouldHandle: ['NoMatchingError'] },
  // The guide writes UnTagContact, the service UntagContact.
  UntagContact: UNTAG,
  UnTagContact: UNTAG,
  ResumeContact: { mustHandle: ['NoMatchingError'] },
} as const satisfies Catalogue;
