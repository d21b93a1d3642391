import { type Catalogue, INBOUND, INBOUND_AND_QUEUE } from './action-spec.ts';

/** What only chooses the way. Source: developer guide, "flow-control-actions-*". */
export const controlActions = {
  Compare: {
    required: ['ComparisonValue'],
    conditions: 'any',
    mustHandle: ['NoMatchingCondition'],
  },
  CheckHoursOfOperation: {
    optional: ['HoursOfOperationId'],
    conditions: ['True', 'False'],
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
  CheckMetricData: {
    required: ['MetricType'],
    optional: ['QueueId', 'AgentId'],
    exclusive: ['QueueId', 'AgentId'],
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    shouldHandle: ['NoMatchingCondition'],
    kinds: INBOUND_AND_QUEUE,
  },
  CheckOutboundCallStatus: { conditions: 'any', mustHandle: ['NoMatchingError'] },
  CheckVoiceId: {
    required: ['CheckVoiceIdOption'],
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
  },
  DistributeByPercentage: {
    conditions: 'any',
    mustHandle: ['NoMatchingCondition'],
    kinds: INBOUND_AND_QUEUE,
  },
  Loop: {
    required: ['LoopCount'],
    optional: ['LoopName', 'LoopArray'],
    conditions: ['ContinueLooping', 'DoneLooping'],
    mayRaise: ['NoMatchingError'],
    paces: true,
  },
  Wait: {
    optional: ['TimeLimitSeconds', 'TimeoutSeconds', 'Events'],
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    mayRaise: ['ParticipantNotFound'],
    paces: true,
  },
  GetMetricData: {
    optional: ['QueueId', 'AgentId', 'QueueChannel'],
    exclusive: ['QueueId', 'AgentId'],
    mustHandle: ['NoMatchingError'],
  },
  TransferToFlow: { required: ['ContactFlowId'], mustHandle: ['NoMatchingError'], kinds: INBOUND },
  EndFlowExecution: { terminal: true },
  EndFlowModuleExecution: { terminal: true, kinds: ['MODULE'] },
  InvokeFlowModule: {
    required: ['FlowModuleId'],
    conditions: 'any',
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
  StartVoiceIdStream: { mustHandle: ['NoMatchingError'] },
  UpdateFlowAttributes: { required: ['FlowAttributes'], mayRaise: ['NoMatchingError'] },
  UpdateFlowLoggingBehavior: { required: ['FlowLoggingBehavior'] },
  UpdateRoutingCriteria: {
    required: ['RoutingCriteria'],
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
} as const satisfies Catalogue;
