import type { FlowKind } from '../language.ts';

/** What a parameter that is given as a fixed value, not as a reference, may be. */
export type ValueRule =
  | { readonly oneOf: readonly string[] }
  /** A whole number within these bounds, both included. */
  | { readonly min: number; readonly max: number }
  | { readonly matches: RegExp; readonly says: string };

/** What the Flow language asks of one action type. Names and rules are those of the developer guide's page. */
export interface ActionSpec {
  /** Top-level parameters that must be there. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Exactly one of these must be there (the source of a prompt, say). */
  readonly oneOf?: readonly string[];
  /** At least one of these must be there. */
  readonly anyOf?: readonly string[];
  /** At most one of these may be there. */
  readonly exclusive?: readonly string[];
  /** Parameters are not documented, so none is judged. */
  readonly openParameters?: boolean;
  /**
   * Fixed values of parameters, by name or by the path to one within another; a list is judged item by item.
   * What is not named here may be anything.
   */
  readonly values?: Readonly<Record<string, ValueRule>>;
  /** What may stand within a parameter, by its path. */
  readonly nested?: Readonly<Record<string, readonly string[]>>;
  /** `any`: the flow decides; a list: each of these results needs its condition; absent: none. */
  readonly conditions?: 'any' | readonly string[];
  /** The only results there can be, when they are known. */
  readonly results?: readonly string[];
  /** The only operators the conditions may use; absent: all. */
  readonly operators?: readonly string[];
  /** Errors without a branch that Connect refuses. */
  readonly mustHandle?: readonly string[];
  /** Errors a careful flow handles; working flows made by older consoles lack them. */
  readonly shouldHandle?: readonly string[];
  /** Further errors that may be raised. */
  readonly mayRaise?: readonly string[];
  /** The flow ends here: transitions are empty. */
  readonly terminal?: boolean;
  /** The action waits for a person or for time, or counts: a cycle through it is bounded. */
  readonly paces?: boolean;
  /** Flow kinds in which it may stand; absent: all. */
  readonly kinds?: readonly FlowKind[];
}

export type Catalogue = Readonly<Record<string, ActionSpec>>;

const TRANSFER: readonly FlowKind[] = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'];

/** Contact, transfer and module flows. A module runs inside a contact flow. */
export const INBOUND: readonly FlowKind[] = ['CONTACT_FLOW', ...TRANSFER, 'MODULE'];
/** The same, and while the contact waits in a queue. */
export const INBOUND_AND_QUEUE: readonly FlowKind[] = [...INBOUND, 'CUSTOMER_QUEUE'];
export const WHISPER: readonly FlowKind[] = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'];

/** The operators of a result that is a number. */
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
