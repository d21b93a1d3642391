/**
 * The Amazon Connect Flow language, version 2019-10-30. Source: Amazon Connect developer guide, "Flow
 * language" and "flow-language-actions".
 */
export const FLOW_VERSION = '2019-10-30';

/** The service's limits for a flow. Source: "flow-language-example" and "flow-language-actions". */
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

/** The type of a flow. The names are the values of `Type` of AWS::Connect::ContactFlow, plus MODULE. */
export type FlowKind = (typeof KINDS)[number];

export interface FlowCondition {
  readonly Operator: string;
  readonly Operands: readonly string[];
}

export interface ConditionBranch {
  readonly NextAction: string;
  readonly Condition: FlowCondition;
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

/** The console's data about an action. `block`, `language` and `provenBy` are added by Rida's builder. */
interface ActionMetadata {
  readonly position?: Position;
  readonly block?: string;
  readonly language?: string;
  readonly provenBy?: string;
  /** Display names of the console for the resources of parameters, by parameter. */
  readonly displayNames?: Readonly<Record<string, string>>;
}

/**
 * Connect keeps any metadata. `languages` marks a flow of Rida's builder; the linter then requires every
 * prompt in each of them. `attributes` are set before the flow starts.
 */
export interface FlowMetadata {
  readonly entryPointPosition?: Position;
  readonly ActionMetadata?: Readonly<Record<string, ActionMetadata>>;
  readonly name?: string;
  readonly kind?: string;
  /** The type in console exports (`contactFlow`). */
  readonly type?: string;
  readonly languages?: readonly string[];
  readonly attributes?: readonly string[];
  /** Acts that an earlier flow has announced to the caller. */
  readonly announced?: readonly string[];
}

export interface Flow {
  readonly Version: string;
  readonly StartAction: string;
  readonly Metadata?: FlowMetadata;
  readonly Actions: readonly Action[];
}

/** Return the flow type of the metadata: `CUSTOMER_QUEUE`, or `customerQueue` as the console writes it. */
export function kindOf(metadata: FlowMetadata | undefined): FlowKind | undefined {
  const given = (metadata?.kind ?? metadata?.type)?.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  return KINDS.find((kind) => kind === given);
}

/** Return every target of an action, in the order conditions, errors, next. */
export function targetsOf({ Conditions = [], Errors = [], NextAction }: Transitions): string[] {
  const named = [...Conditions, ...Errors].map((branch) => branch.NextAction);
  return NextAction === undefined ? named : [...named, NextAction];
}
