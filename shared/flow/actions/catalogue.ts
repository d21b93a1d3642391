import type { Action } from '../language.ts';
import type { ActionSpec, Catalogue } from './action-spec.ts';
import { contactActions } from './contact-actions.ts';
import { controlActions } from './control-actions.ts';
import { interactionActions } from './interaction-actions.ts';
import { participantActions } from './participant-actions.ts';

/** Every action type of the Flow language that is known here. */
export const catalogue = {
  ...participantActions,
  ...controlActions,
  ...contactActions,
  ...interactionActions,
} as const satisfies Catalogue;

export type ActionType = keyof typeof catalogue;

/** The rules of an action type, or undefined when Connect has no such type. */
export function specOf(type: string): ActionSpec | undefined {
  return Object.hasOwn(catalogue, type) ? catalogue[type as ActionType] : undefined;
}

/** The block that only turns the keypad's buffer on or off is a `GetParticipantInput` that asks nothing. */
const KEYPAD_BUFFER: ActionSpec = {
  ...participantActions.GetParticipantInput,
  required: ['EnableDTMFBuffer'],
  optional: ['InputTimeLimitSeconds', ...participantActions.GetParticipantInput.optional],
  mustHandle: [],
  shouldHandle: ['NoMatchingError'],
};

/** Whether an action only sets the keypad's buffer, and neither says nor asks anything. */
export const setsKeypadBuffer = ({ Type, Parameters }: Action): boolean =>
  Type === 'GetParticipantInput' &&
  Parameters.EnableDTMFBuffer !== undefined &&
  Parameters.InputTimeLimitSeconds === undefined;

/** The rules of one action, by its type and by what its parameters make of it. */
export const specFor = (action: Action): ActionSpec | undefined =>
  setsKeypadBuffer(action) ? KEYPAD_BUFFER : specOf(action.Type);

/** The names of the parameters an action type takes. */
export const parametersOf = ({
  required = [],
  optional = [],
  oneOf = [],
  anyOf = [],
  exclusive = [],
}: ActionSpec): string[] => [...new Set([...required, ...optional, ...oneOf, ...anyOf, ...exclusive])];
