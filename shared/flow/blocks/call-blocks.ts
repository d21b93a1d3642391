import { type Block, finalAction, type NextAndError, singleAction } from './block.ts';

/** Hang up. */
export const disconnect = (): Block<never> => ({
  targets: [],
  compile: (name) => [finalAction(name, 'DisconnectParticipant')],
});

/** End the flow without hanging up (queue, whisper and disconnect flows). */
export const end = (): Block<never> => ({
  targets: [],
  compile: (name) => [finalAction(name, 'EndFlowExecution')],
});

/** End a module. The invoking flow continues with the result, if given. */
export const endModule = (result?: string): Block<never> => ({
  targets: [],
  compile: (name) => [
    finalAction(name, 'EndFlowModuleExecution', result === undefined ? {} : { Result: result }),
  ],
});

export interface ModuleRoutes<T extends string> extends NextAndError<T> {
  /** Targets by the module's result. Other results continue with `next`. */
  readonly results?: Readonly<Record<string, T>>;
}

/** Run a module, then continue. */
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

/** Continue with another flow from its start. */
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

/** Events of a contact that can start a flow. */
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
 * Set the flow for an event of the contact. `CustomerRemaining` is the disconnect flow, `DefaultAgentUI` the
 * guide for the agent.
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

/** Turn the flow's log on or off. */
export function setLogging<const T extends string>(
  behavior: 'Enabled' | 'Disabled',
  { next }: { readonly next: T },
): Block<T> {
  return singleAction<T>([next], 'UpdateFlowLoggingBehavior', () => ({ FlowLoggingBehavior: behavior }), {
    next,
  });
}
