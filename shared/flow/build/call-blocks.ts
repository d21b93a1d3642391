import { type Block, finalAction, singleAction } from './block.ts';

type NextAndError<T extends string> = { readonly next: T; readonly onError: T };

/** Hangs up. */
export const disconnect = (): Block<never> => ({
  targets: [],
  compile: (name) => [finalAction(name, 'DisconnectParticipant')],
});

/** Ends the flow without hanging up (queue, whisper and disconnect flows). */
export const end = (): Block<never> => ({
  targets: [],
  compile: (name) => [finalAction(name, 'EndFlowExecution')],
});

/** Ends a module: the flow that invoked it goes on, by the result if one is given. */
export const endModule = (result?: string): Block<never> => ({
  targets: [],
  compile: (name) => [
    finalAction(name, 'EndFlowModuleExecution', result === undefined ? {} : { Result: result }),
  ],
});

export interface ModuleRoutes<T extends string> extends NextAndError<T> {
  /** Where each result the module ends with leads; any other goes on with `next`. */
  readonly results?: Readonly<Record<string, T>>;
}

/** Runs a module, then goes on. */
export function invokeModule<const T extends string>(
  module: string,
  { next, onError, results = {} }: ModuleRoutes<T>,
): Block<T> {
  const other = Object.keys(results).length === 0 ? {} : { NoMatchingCondition: next };
  return singleAction<T>(
    [next, onError, ...Object.values(results)],
    'InvokeFlowModule',
    (resolve) => ({ FlowModuleId: resolve({ kind: 'module', name: module }) }),
    { next, results, errors: { ...other, NoMatchingError: onError } },
  );
}

/** Goes on with another flow from its beginning. */
export function transferToFlow<const T extends string>(
  flow: string,
  { onError }: { readonly onError: T },
): Block<T> {
  return singleAction<T>(
    [onError],
    'TransferToFlow',
    (resolve) => ({ ContactFlowId: resolve({ kind: 'flow', name: flow }) }),
    { next: onError, errors: { NoMatchingError: onError } },
  );
}

/** The moments of a contact at which a flow can be made to run. */
export type EventHook =
  | 'AgentHold'
  | 'AgentWhisper'
  | 'CustomerHold'
  | 'CustomerQueue'
  | 'CustomerRemaining'
  | 'CustomerWhisper'
  | 'DefaultAgentUI'
  | 'DisconnectAgentUI'
  | 'PauseContact'
  | 'ResumeContact';

/**
 * Names the flow to run at a moment of the contact; `CustomerRemaining` is the disconnect flow,
 * `DefaultAgentUI` the guide an agent sees.
 */
export function setEventHook<const T extends string>(
  hook: EventHook,
  flow: string,
  { next, onError }: NextAndError<T>,
): Block<T> {
  return singleAction<T>(
    [next, onError],
    'UpdateContactEventHooks',
    (resolve) => ({ EventHooks: { [hook]: resolve({ kind: 'flow', name: flow }) } }),
    { next, errors: { NoMatchingError: onError } },
  );
}

/** Turns the flow's log on or off. */
export function setLogging<const T extends string>(
  behavior: 'Enabled' | 'Disabled',
  { next }: { readonly next: T },
): Block<T> {
  return singleAction<T>([next], 'UpdateFlowLoggingBehavior', () => ({ FlowLoggingBehavior: behavior }), {
    next,
  });
}
