import {
  type ActionSpec,
  type Catalogue,
  ENABLED,
  INBOUND,
  INBOUND_AND_QUEUE,
  SWITCH,
} from './action-spec.ts';

const ROUTING_CRITERIA = {
  required: ['RoutingCriteria'],
  mustHandle: ['NoMatchingError'],
  kinds: INBOUND_AND_QUEUE,
} as const satisfies ActionSpec;

const UNTAG = { required: ['TagKeys'], shouldHandle: ['NoMatchingError'] } as const satisfies ActionSpec;

const RECORDED = { oneOf: ['Agent', 'Customer'] } as const;
const SCREENS = { oneOf: ['Agent'] } as const;

/** Events of a contact that can start a flow. Source: developer guide, "UpdateContactEventHooks". */
const HOOKS = [
  'AgentHold',
  'AgentWhisper',
  'CustomerHold',
  'CustomerQueue',
  'CustomerRemaining',
  'CustomerWhisper',
  'DefaultAgentUI',
  'DisconnectAgentUI',
  'PauseContact',
  'ResumeContact',
] as const;

/** Actions that change the contact. Source: developer guide, "contact-actions-*", and console exports. */
export const contactActions = {
  UpdateContactAttributes: {
    required: ['Attributes'],
    optional: ['TargetContact'],
    values: { TargetContact: { oneOf: ['Current', 'Related'] } },
    fixed: ['TargetContact'],
    textMaps: ['Attributes'],
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
    values: {
      'RecordingBehavior.RecordedParticipants': RECORDED,
      'RecordingBehavior.ScreenRecordedParticipants': SCREENS,
      'RecordingBehavior.IVRRecordingBehavior': ENABLED,
      'AnalyticsBehavior.Enabled': SWITCH,
    },
    fixed: [
      'RecordingBehavior.RecordedParticipants',
      'RecordingBehavior.ScreenRecordedParticipants',
      'RecordingBehavior.IVRRecordingBehavior',
      'AnalyticsBehavior.Enabled',
    ],
    nested: {
      RecordingBehavior: ['RecordedParticipants', 'ScreenRecordedParticipants', 'IVRRecordingBehavior'],
    },
    tolerates: ['NoMatchingError'],
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    anyOf: ['ChatBehavior', 'VoiceBehavior', 'ScreenRecordingBehavior'],
    exclusive: ['ChatBehavior', 'VoiceBehavior'],
    values: {
      'VoiceBehavior.VoiceRecordingBehavior.RecordedParticipants': RECORDED,
      'VoiceBehavior.VoiceRecordingBehavior.IVRRecordingBehavior': ENABLED,
      'ScreenRecordingBehavior.ScreenRecordedParticipants': SCREENS,
    },
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
    values: { CallbackNumber: { matches: /^\$/, says: 'must be a JSONPath reference' } },
    mustHandle: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'],
    kinds: INBOUND_AND_QUEUE,
  },
  UpdateContactEventHooks: {
    anyOf: ['EventHooks', 'EventHooksConfiguration'],
    nested: { EventHooks: HOOKS },
    mustHandle: ['NoMatchingError'],
  },
  UpdateContactRoutingBehavior: {
    oneOf: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
    values: {
      QueuePriority: { min: 1, max: Number.MAX_VALUE },
      QueueTimeAdjustmentSeconds: { min: -Number.MAX_VALUE, max: Number.MAX_VALUE },
    },
    fixed: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
    tolerates: ['NoMatchingError'],
    kinds: ['CONTACT_FLOW', 'MODULE'],
  },
  // The guide's page is called UpdateRoutingCriteria; the service and its exports use
  // UpdateContactRoutingCriteria.
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
  TagContact: { required: ['Tags'], textMaps: ['Tags'], shouldHandle: ['NoMatchingError'] },
  // The guide writes UnTagContact, the service UntagContact.
  UntagContact: UNTAG,
  UnTagContact: UNTAG,
  ResumeContact: { mustHandle: ['NoMatchingError'] },
} as const satisfies Catalogue;
