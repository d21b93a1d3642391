import type { Action } from '../flow-language.ts';
import type { ActionSpec, Catalogue } from './action-spec.ts';
import { contactActions } from './contact-actions.ts';
import { controlActions } from './control-actions.ts';
import { interactionActions } from './interaction-actions.ts';
import { participantActions } from './participant-actions.ts';

/** Every action type in the catalogue. */
export const catalogue = {
  ...participantActions,
  ...controlActions,
  ...contactActions,
  ...interactionActions,
} as const satisfies Catalogue;

type ActionType = keyof typeof catalogue;

/** Return the rules of an action type, or undefined for an unknown type. */
export function specOf(type: string): ActionSpec | undefined {
  return Object.hasOwn(catalogue, type) ? catalogue[type as ActionType] : undefined;
}

/** A `GetParticipantInput` without a prompt only turns the keypad's buffer on or off. */
const KEYPAD_BUFFER: ActionSpec = {
  ...participantActions.GetParticipantInput,
  required: ['EnableDTMFBuffer'],
  optional: ['InputTimeLimitSeconds', ...participantActions.GetParticipantInput.optional],
  mustHandle: [],
  shouldHandle: ['NoMatchingError'],
};

/** Return true when an action only sets the keypad's buffer. */
export const setsKeypadBuffer = ({ Type, Parameters }: Action): boolean =>
  Type === 'GetParticipantInput' &&
  Parameters.EnableDTMFBuffer !== undefined &&
  Parameters.InputTimeLimitSeconds === undefined;

/** Return the rules of one action, by its type and parameters. */
export const specFor = (action: Action): ActionSpec | undefined =>
  setsKeypadBuffer(action) ? KEYPAD_BUFFER : specOf(action.Type);

/** Return the names of an action type's parameters. */
export const parametersOf = ({
  required = [],
  optional = [],
  oneOf = [],
  anyOf = [],
  exclusive = [],
}: ActionSpec): string[] => [...new Set([...required, ...optional, ...oneOf, ...anyOf, ...exclusive])];
