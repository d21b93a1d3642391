import type { Action, Flow } from '#shared/flow/flow-language.ts';

/** An action with only its type, unless more is given. */
export const action = (Identifier: string, Type: string, more: Partial<Action> = {}): Action => ({
  Identifier,
  Type,
  Parameters: {},
  Transitions: {},
  ...more,
});

/** A flow that starts at the first action. */
export const flowOf = (...Actions: Action[]): Flow => ({
  Version: '2019-10-30',
  StartAction: Actions[0]?.Identifier ?? '',
  Actions,
});
