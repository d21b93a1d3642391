import {
  type Catalogue,
  DAYS_7,
  EQUALS,
  INBOUND,
  INBOUND_AND_QUEUE,
  NUMERIC,
  WHISPER,
} from './action-spec.ts';

/**
 * Actions that only choose a branch. Source: developer guide, "flow-control-actions-*", and console exports.
 */
export const controlActions = {
  Compare: {
    required: ['ComparisonValue'],
    conditions: 'any',
    mustHandle: ['NoMatchingCondition'],
  },
  CheckHoursOfOperation: {
    optional: ['HoursOfOperationId'],
    conditions: ['True', 'False'],
    results: ['True', 'False'],
    operators: EQUALS,
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
  CheckMetricData: {
    required: ['MetricType'],
    optional: ['QueueId', 'AgentId'],
    exclusive: ['QueueId', 'AgentId'],
    values: {
      MetricType: {
        oneOf: [
          'NumberOfAgentsAvailable',
          'NumberOfAgentsStaffed',
          'NumberOfAgentsOnline',
          'OldestContactInQueueAgeSeconds',
          'NumberOfContactsInQueue',
        ],
      },
    },
    fixed: ['MetricType'],
    conditions: 'any',
    operators: NUMERIC,
    mustHandle: ['NoMatchingError'],
    shouldHandle: ['NoMatchingCondition'],
    kinds: INBOUND_AND_QUEUE,
  },
  CheckOutboundCallStatus: {
    conditions: 'any',
    results: ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'],
    operators: EQUALS,
    mustHandle: ['NoMatchingError'],
    mayRaise: ['NoMatchingCondition'],
  },
  CheckVoiceId: {
    required: ['CheckVoiceIdOption'],
    values: { CheckVoiceIdOption: { oneOf: ['enrollmentStatus', 'voiceAuthentication', 'fraudDetection'] } },
    conditions: 'any',
    // The guide prints some of these with spaces, as displayed; the service requires them without.
    results: [
      'Enrolled',
      'NotEnrolled',
      'OptedOut',
      'Authenticated',
      'NotAuthenticated',
      'Inconclusive',
      'HighRisk',
      'LowRisk',
      'Not enrolled',
      'Opted out',
      'Not authenticated',
      'High risk',
      'Low risk',
    ],
    operators: EQUALS,
    mustHandle: ['NoMatchingError'],
    mayRaise: ['NoMatchingCondition'],
  },
  DistributeByPercentage: {
    conditions: 'any',
    operators: ['NumberLessThan', 'NumberLessOrEqualTo'],
    mustHandle: ['NoMatchingCondition'],
    kinds: INBOUND_AND_QUEUE,
  },
  Loop: {
    required: ['LoopCount'],
    optional: ['LoopName', 'LoopArray'],
    values: { LoopCount: { min: 0, max: 100 } },
    conditions: ['ContinueLooping', 'DoneLooping'],
    results: ['ContinueLooping', 'DoneLooping'],
    operators: EQUALS,
    tolerates: ['NoMatchingError'],
    paces: true,
  },
  Wait: {
    // The guide uses TimeoutSeconds; the console writes TimeLimitSeconds.
    anyOf: ['TimeLimitSeconds', 'TimeoutSeconds'],
    optional: ['Events'],
    values: { TimeLimitSeconds: { min: 1, max: DAYS_7 }, TimeoutSeconds: { min: 1, max: DAYS_7 } },
    conditions: 'any',
    operators: EQUALS,
    mustHandle: ['NoMatchingError'],
    mayRaise: ['ParticipantNotFound'],
    paces: true,
  },
  GetMetricData: {
    optional: ['QueueId', 'AgentId', 'QueueChannel'],
    exclusive: ['QueueId', 'AgentId'],
    values: { QueueChannel: { oneOf: ['Voice', 'Chat', 'Task', 'Email'] } },
    mustHandle: ['NoMatchingError'],
  },
  TransferToFlow: { required: ['ContactFlowId'], mustHandle: ['NoMatchingError'], kinds: INBOUND },
  EndFlowExecution: { terminal: true, kinds: ['CUSTOMER_QUEUE', ...WHISPER] },
  EndFlowModuleExecution: { optional: ['Result', 'ResultData'], terminal: true, kinds: ['MODULE'] },
  InvokeFlowModule: {
    required: ['FlowModuleId'],
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    mayRaise: ['NoMatchingCondition'],
    // Modules can invoke modules: admin guide, "contact-flow-modules".
    kinds: ['CONTACT_FLOW', 'MODULE'],
  },
  StartVoiceIdStream: { mustHandle: ['NoMatchingError'] },
  UpdateFlowAttributes: { required: ['FlowAttributes'], shouldHandle: ['NoMatchingError'] },
  UpdateFlowLoggingBehavior: {
    required: ['FlowLoggingBehavior'],
    values: { FlowLoggingBehavior: { oneOf: ['Enabled', 'Disabled'] } },
    fixed: ['FlowLoggingBehavior'],
    tolerates: ['NoMatchingError'],
  },
} as const satisfies Catalogue;
