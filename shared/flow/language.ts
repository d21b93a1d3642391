/**
 * The Amazon Connect Flow language, version 2019-10-30.
 * Source: Amazon Connect developer guide, "Flow language" and "flow-language-actions".
 */
export const FLOW_VERSION = '2019-10-30';

/** Limits the service sets on a flow. Source: "flow-language-example" and "flow-language-actions". */
export const FLOW_LIMITS = { actions: 250, identifierLength: 50 } as const;

const KINDS = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'MODULE',
] as const;

/** Where a flow may run. The names are the values of `Type` of AWS::Connect::ContactFlow, plus MODULE. */
export type FlowKind = (typeof KINDS)[number];

export interface Condition {
  readonly Operator: string;
  readonly Operands: readonly string[];
}

export interface ConditionBranch {
  readonly NextAction: string;
  readonly Condition: Condition;
}

export interface ErrorBranch {
  readonly NextAction: string;
  readonly ErrorType: string;
}

/** Empty for an action that ends the flow. */
export interface Transitions {
  readonly NextAction?: string;
  readonly Conditions?: readonly ConditionBranch[];
  readonly Errors?: readonly ErrorBranch[];
}

export type ParameterValue =
  | string
  | number
  | boolean
  | null
  | readonly ParameterValue[]
  | { readonly [name: string]: ParameterValue };

export type Parameters = Readonly<Record<string, ParameterValue>>;

export interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Parameters;
  readonly Transitions: Transitions;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** What the console keeps of an action; `block` and `language` are this builder's own notes. */
export interface ActionMetadata {
  readonly position?: Position;
  readonly block?: string;
  readonly language?: string;
  /** Names the console shows for what a parameter refers to, by parameter. */
  readonly displayNames?: Readonly<Record<string, string>>;
}

/**
 * Connect keeps whatever the metadata hold. `languages` marks a flow made by the builder: the linter then
 * asks for every prompt in each of them. `attributes` are those set before the flow starts.
 */
export interface FlowMetadata {
  readonly entryPointPosition?: Position;
  readonly ActionMetadata?: Readonly<Record<string, ActionMetadata>>;
  readonly name?: string;
  readonly kind?: string;
  /** The kind as console exports have it (`contactFlow`). */
  readonly type?: string;
  readonly languages?: readonly string[];
  readonly attributes?: readonly string[];
}

export interface Flow {
  readonly Version: string;
  readonly StartAction: string;
  readonly Metadata?: FlowMetadata;
  readonly Actions: readonly Action[];
}

/** What kind of flow the metadata say it is: `CUSTOMER_QUEUE`, or `customerQueue` as the console writes it. */
export function kindOf(metadata: FlowMetadata | undefined): FlowKind | undefined {
  const given = (metadata?.kind ?? metadata?.type)?.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  return KINDS.find((kind) => kind === given);
}

/** Every identifier an action can lead to, in the order conditions, errors, next. */
export function targetsOf({ Conditions = [], Errors = [], NextAction }: Transitions): string[] {
  const named = [...Conditions, ...Errors].map((branch) => branch.NextAction);
  return NextAction === undefined ? named : [...named, NextAction];
}
