import type { FlowKind } from '../flow-language.ts';

/** Rule for a parameter with a fixed value. References are not checked. */
export type ValueRule =
  | { readonly oneOf: readonly string[] }
  /** An integer between these bounds, both inclusive. */
  | { readonly min: number; readonly max: number }
  | { readonly matches: RegExp; readonly says: string };

/** The Flow language's rules for one action type. Names and rules follow the developer guide. */
export interface ActionSpec {
  /** Required top-level parameters. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Exactly one of these is required (for example the source of a prompt). */
  readonly oneOf?: readonly string[];
  /** At least one of these is required. */
  readonly anyOf?: readonly string[];
  /** At most one of these is allowed. */
  readonly exclusive?: readonly string[];
  /** The parameters are not documented, so they are not checked. */
  readonly openParameters?: boolean;
  /**
   * Rules for fixed values of parameters, by name or by the path of a nested parameter. Each item of a list
   * is checked. Parameters without a rule accept any value.
   */
  readonly values?: Readonly<Record<string, ValueRule>>;
  /** Parameters that the service reads when the flow is stored: a reference is rejected. By path. */
  readonly fixed?: readonly string[];
  /** Parameters that map names to text. By path. */
  readonly textMaps?: readonly string[];
  /** Allowed keys within a parameter, by its path. */
  readonly nested?: Readonly<Record<string, readonly string[]>>;
  /** `any`: the flow decides. A list: each of these results needs its condition. Missing: no conditions. */
  readonly conditions?: 'any' | readonly string[];
  /** All possible results, if documented. */
  readonly results?: readonly string[];
  /** Allowed operators of the conditions. Missing means all. */
  readonly operators?: readonly string[];
  /** Errors that need a branch. Connect rejects the flow without it. */
  readonly mustHandle?: readonly string[];
  /** Errors that should have a branch. Working flows of older consoles lack them. */
  readonly shouldHandle?: readonly string[];
  /**
   * Other errors that the action can raise. `NoMatchingError` catches each of them. A flow of Rida has a branch
   * for them.
   */
  readonly mayRaise?: readonly string[];
  /** Errors that exports have a branch for although the guide lists none. */
  readonly tolerates?: readonly string[];
  /** The action ends the flow: its transitions are empty. */
  readonly terminal?: boolean;
  /** The action waits for a person or for time, or counts. A cycle through it is bounded. */
  readonly paces?: boolean;
  /** Flow types that allow the action. Missing means all. */
  readonly kinds?: readonly FlowKind[];
}

export type Catalogue = Readonly<Record<string, ActionSpec>>;

const TRANSFER: readonly FlowKind[] = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'];

/** Contact, transfer and module flows. A module runs inside a contact flow. */
export const INBOUND: readonly FlowKind[] = ['CONTACT_FLOW', ...TRANSFER, 'MODULE'];
/** The same, and flows for contacts that wait in a queue. */
export const INBOUND_AND_QUEUE: readonly FlowKind[] = [...INBOUND, 'CUSTOMER_QUEUE'];
export const WHISPER: readonly FlowKind[] = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'];

/** The operators of a numeric result. */
export const NUMERIC: readonly string[] = [
  'Equals',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
];
export const EQUALS: readonly string[] = ['Equals'];
export const SWITCH: ValueRule = { oneOf: ['True', 'False'] };
export const ENABLED: ValueRule = { oneOf: ['Enabled', 'Disabled'] };
export const DAYS_3 = 259_200;
export const DAYS_7 = 604_800;
