import { type ActionSpec, type Catalogue, DAYS_3, INBOUND_AND_QUEUE } from './action-spec.ts';

const PROFILE = {
  required: ['ProfileRequestData'],
  optional: ['ProfileResponseData'],
  mustHandle: ['NoMatchingError'],
  mayRaise: ['NoneFoundError', 'MultipleFoundError'],
} as const satisfies ActionSpec;

const CASE = {
  required: ['LinkContactToCase'],
  optional: [
    'CaseTemplateId',
    'CaseId',
    'CustomerId',
    'GetLastUpdatedCase',
    'ContactToLink',
    'CaseRequestFields',
    'CaseResponseFields',
  ],
  mustHandle: ['NoMatchingError'],
  mayRaise: ['ContactNotLinked', 'MultipleFound', 'NoneFound'],
} as const satisfies ActionSpec;

const DATA_TABLE = {
  required: ['DataTableId'],
  optional: ['Queries', 'PrimaryKeyGroups', 'LockVersion', 'DataTableUpsertAttributes'],
  conditions: 'any',
  shouldHandle: ['NoMatchingError'],
  mayRaise: ['NoMatchingCondition'],
} as const satisfies ActionSpec;

/** Found in exports only. Their parameters are not documented. */
const UNDOCUMENTED = { openParameters: true, mustHandle: ['NoMatchingError'] } as const satisfies ActionSpec;

/** Actions with effects outside the flow. Source: developer guide, "interactions-*", and console exports. */
export const interactionActions = {
  InvokeLambdaFunction: {
    required: ['LambdaFunctionARN', 'InvocationTimeLimitSeconds'],
    optional: ['InvocationType', 'LambdaInvocationAttributes', 'ResponseValidation'],
    values: {
      InvocationType: { oneOf: ['SYNCHRONOUS', 'ASYNCHRONOUS'] },
      'ResponseValidation.ResponseType': { oneOf: ['STRING_MAP', 'JSON'] },
    },
    textMaps: ['LambdaInvocationAttributes'],
    nested: { ResponseValidation: ['ResponseType'] },
    mustHandle: ['NoMatchingError'],
  },
  CreateCallbackContact: {
    required: ['InitialCallDelaySeconds', 'MaximumConnectionAttempts', 'RetryDelaySeconds'],
    optional: ['QueueId', 'AgentId', 'ContactFlowId', 'CallerId', 'CallbackMode'],
    exclusive: ['QueueId', 'AgentId'],
    values: {
      InitialCallDelaySeconds: { min: 1, max: DAYS_3 },
      RetryDelaySeconds: { min: 1, max: DAYS_3 },
      MaximumConnectionAttempts: { min: 1, max: 1000 },
    },
    fixed: ['InitialCallDelaySeconds', 'RetryDelaySeconds', 'MaximumConnectionAttempts'],
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
    values: { DelaySeconds: { min: 1, max: 518_400 } },
    textMaps: ['Attributes'],
    mustHandle: ['NoMatchingError'],
  },
  CreateWisdomSession: { required: ['WisdomAssistantArn'], mustHandle: ['NoMatchingError'] },
  StartOutboundChatContact: {
    required: ['SourceEndpoint', 'DestinationEndpoint'],
    optional: ['ContactFlowArn', 'ContactSubtype', 'InitialSystemMessage', 'RelatedContact'],
    mustHandle: ['NoMatchingError'],
  },
  StartOutboundEmailContact: UNDOCUMENTED,
  CreateContact: UNDOCUMENTED,
  CreateCase: CASE,
  GetCase: { ...CASE, shouldHandle: ['MultipleFound', 'NoneFound'] },
  UpdateCase: CASE,
  CreateCustomerProfile: PROFILE,
  GetCustomerProfile: { ...PROFILE, shouldHandle: ['NoneFoundError', 'MultipleFoundError'] },
  GetCustomerProfileObject: { ...PROFILE, shouldHandle: ['NoneFoundError'] },
  GetCalculatedAttributesForCustomerProfile: { ...PROFILE, shouldHandle: ['NoneFoundError'] },
  UpdateCustomerProfile: PROFILE,
  AssociateContactToCustomerProfile: PROFILE,
  CreatePersistentContactAssociation: {
    required: ['SourceContactId'],
    optional: ['RehydrationType', 'ClientToken'],
    mustHandle: ['NoMatchingError'],
  },
  EvaluateDataTableValues: DATA_TABLE,
  ListDataTableValues: DATA_TABLE,
  UpsertDataTableValues: DATA_TABLE,
  LoadContactContent: {
    required: ['ContentType'],
    mustHandle: ['NoMatchingError'],
  },
} as const satisfies Catalogue;
