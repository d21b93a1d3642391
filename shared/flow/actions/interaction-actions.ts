import { type ActionSpec, type Catalogue, INBOUND_AND_QUEUE } from './action-spec.ts';

const PROFILE = {
  optional: ['ProfileRequestData', 'ProfileResponseData'],
  mustHandle: ['NoMatchingError'],
  mayRaise: ['NoneFoundError', 'MultipleFoundError'],
} as const satisfies ActionSpec;

const CASE = {
  openParameters: true,
  mustHandle: ['NoMatchingError'],
  mayRaise: ['ContactNotLinked', 'MultipleFound', 'NoneFound'],
} as const satisfies ActionSpec;

/** What has effects elsewhere. Source: developer guide, "interactions-*" and "contact-actions-createtask". */
export const interactionActions = {
  InvokeLambdaFunction: {
    required: ['LambdaFunctionARN', 'InvocationTimeLimitSeconds'],
    optional: ['InvocationType', 'LambdaInvocationAttributes', 'ResponseValidation'],
    mustHandle: ['NoMatchingError'],
  },
  CreateCallbackContact: {
    required: ['InitialCallDelaySeconds', 'MaximumConnectionAttempts', 'RetryDelaySeconds'],
    optional: ['QueueId', 'AgentId', 'ContactFlowId', 'CallerId'],
    exclusive: ['QueueId', 'AgentId'],
    mustHandle: ['NoMatchingError'],
    kinds: INBOUND_AND_QUEUE,
  },
  CreateTask: {
    required: ['Name'],
    optional: [
      'ContactFlowId',
      'Attributes',
      'Description',
      'References',
      'DelaySeconds',
      'ScheduledTime',
      'TaskTemplateId',
      'QuickConnectId',
    ],
    exclusive: ['DelaySeconds', 'ScheduledTime'],
    mustHandle: ['NoMatchingError'],
  },
  CreateWisdomSession: { openParameters: true, mustHandle: ['NoMatchingError'] },
  StartOutboundChatContact: { openParameters: true, mustHandle: ['NoMatchingError'] },
  StartOutboundEmailContact: { openParameters: true, mustHandle: ['NoMatchingError'] },
  CreateCase: CASE,
  GetCase: CASE,
  UpdateCase: CASE,
  CreateCustomerProfile: PROFILE,
  GetCustomerProfile: PROFILE,
  GetCustomerProfileObject: PROFILE,
  GetCalculatedAttributesForCustomerProfile: PROFILE,
  UpdateCustomerProfile: PROFILE,
  AssociateContactToCustomerProfile: PROFILE,
  CreatePersistentContactAssociation: { openParameters: true, mustHandle: ['NoMatchingError'] },
  EvaluateDataTableValues: { openParameters: true, conditions: 'any' },
  UpsertDataTableValues: { openParameters: true, conditions: 'any' },
  LoadContactContent: { openParameters: true, conditions: 'any' },
} as const satisfies Catalogue;
