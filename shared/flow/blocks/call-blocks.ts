import {
  action,
  type Block,
  type DraftAction,
  finalAction,
  type NextAndError,
  singleAction,
} from './block.ts';

/**
 * Hang up.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-disconnectparticipant.html
 */
export const disconnect = (): Block<never> => ({
  targets: [],
  compile: (name) => [finalAction(name, 'DisconnectParticipant')],
});

/**
 * End the flow without hanging up (queue, whisper and disconnect flows).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-endflowexecution.html
 */
export const end = (): Block<never> => ({
  targets: [],
  compile: (name) => [finalAction(name, 'EndFlowExecution')],
});

/**
 * The contact attribute with the result of a module. Conditions on a module, and its `Result`, are documented only
 * for modules with settings that the API does not describe.
 */
const MODULE_RESULT = 'moduleResult';

const keepResult = (id: string, result: string, next: string): DraftAction =>
  action(
    id,
    'UpdateContactAttributes',
    { Attributes: { [MODULE_RESULT]: result }, TargetContact: 'Current' },
    { next, errors: { NoMatchingError: next } },
  );

/**
 * End a module. The invoking flow continues with the result, if given.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/endflowmoduleexecution.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html
 */
export const endModule = (result?: string): Block<never> => ({
  targets: [],
  compile: (name) =>
    result === undefined
      ? [finalAction(name, 'EndFlowModuleExecution')]
      : [keepResult(name, result, `${name} end`), finalAction(`${name} end`, 'EndFlowModuleExecution')],
});

export interface ModuleRoutes<T extends string> extends NextAndError<T> {
  /** Targets by the module's result. Other results continue with `next`. */
  readonly results?: Readonly<Record<string, T>>;
}

/**
 * Run a module, then continue by its result.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions-invoke-flow-module.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function invokeModule<const T extends string>(
  module: string,
  { next, onError, results = {} }: ModuleRoutes<T>,
): Block<T> {
  return {
    targets: [next, onError, ...Object.values(results)],
    compile: (name, resolve) => {
      const parameters = { FlowModuleId: resolve({ kind: 'module', name: module }) };
      const errors = { NoMatchingError: onError };
      if (Object.keys(results).length === 0)
        return [action(name, 'InvokeFlowModule', parameters, { next, errors })];
      const [run, result] = [`${name} module`, `${name} result`];
      return [
        // A module that ends without a result must not leave an earlier one.
        keepResult(name, '-', run),
        action(run, 'InvokeFlowModule', parameters, { next: result, errors }),
        action(
          result,
          'Compare',
          { ComparisonValue: `$.Attributes.${MODULE_RESULT}` },
          { next, results, errors: { NoMatchingCondition: next } },
        ),
      ];
    },
  };
}

/**
 * Continue with another flow from its start.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-transfertoflow.html
 */
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
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacteventhooks.html
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

/**
 * Turn the flow's log on or off.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowloggingbehavior.html
 */
export function setLogging<const T extends string>(
  behavior: 'Enabled' | 'Disabled',
  { next }: { readonly next: T },
): Block<T> {
  return singleAction<T>([next], 'UpdateFlowLoggingBehavior', () => ({ FlowLoggingBehavior: behavior }), {
    next,
  });
}
