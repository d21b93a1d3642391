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

/** The names of the parameters an action type takes. */
export const parametersOf = ({ required, optional, oneOf, exclusive }: ActionSpec): string[] => [
  ...new Set([...(required ?? []), ...(optional ?? []), ...(oneOf ?? []), ...(exclusive ?? [])]),
];
