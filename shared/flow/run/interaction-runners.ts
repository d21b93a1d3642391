import type { Action } from '../flow-language.ts';
import { within } from './json-path.ts';
import {
  type ActionResult,
  type ActionRunner,
  flowData,
  type Machine,
  mapOf,
  nameIn,
  textOf,
} from './machine.ts';
import { nameOf } from './names.ts';
import { perform } from './perform.ts';
import type { FlowEvent } from './world.ts';

const failed: ActionResult = { kind: 'error', type: 'NoMatchingError' };

/** Connect's limits for a function of a flow: seconds, and bytes of its answer. */
const LAMBDA = { seconds: 8, bytes: 32_768 } as const;

function eventOf(parameters: unknown, machine: Machine): FlowEvent {
  const data = flowData(machine);
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        ContactId: String(data.ContactId),
        InitialContactId: String(data.InitialContactId),
        PreviousContactId: String(data.PreviousContactId),
        Channel: String(data.Channel),
        InitiationMethod: String(data.InitiationMethod),
        InstanceARN: String(data.InstanceARN),
        LanguageCode: machine.languageCode,
        CustomerEndpoint: data.CustomerEndpoint as FlowEvent['Details']['ContactData']['CustomerEndpoint'],
        SystemEndpoint: data.SystemEndpoint as FlowEvent['Details']['ContactData']['SystemEndpoint'],
        Queue: data.Queue as FlowEvent['Details']['ContactData']['Queue'],
        Attributes: { ...machine.attributes },
      },
      Parameters: mapOf(parameters, machine),
    },
  };
}

/** Return true when an answer has the declared type. */
function acceptable(answer: unknown, type: string): answer is Readonly<Record<string, unknown>> {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
  if (new TextEncoder().encode(JSON.stringify(answer)).length > LAMBDA.bytes) return false;
  return type === 'JSON' || Object.values(answer).every((value) => typeof value !== 'object');
}

/** Start an asynchronous function. Its answer does not reach the call. */
function startLambda(name: string, event: FlowEvent, machine: Machine): ActionResult {
  const { signal } = new AbortController();
  machine.world.lambda(name, event, signal).catch(() => undefined);
  return { kind: 'next' };
}

/** Return a function's name, or the console's display name when a template replaced the ARN. */
function functionName(action: Action, machine: Machine): string {
  const arn = textOf(action.Parameters.LambdaFunctionARN, machine);
  return arn.includes(':function:') ? nameOf(arn) : nameIn(action, 'LambdaFunctionARN', machine);
}

const invokeLambda: ActionRunner = async (action, machine) => {
  const { Parameters } = action;
  const name = functionName(action, machine);
  const limit = Math.min(
    Number(textOf(Parameters.InvocationTimeLimitSeconds, machine)) || LAMBDA.seconds,
    LAMBDA.seconds,
  );
  const over = new AbortController();
  const event = eventOf(Parameters.LambdaInvocationAttributes, machine);
  const late = Symbol('late');
  if (textOf(Parameters.InvocationType, machine) === 'ASYNCHRONOUS') return startLambda(name, event, machine);
  try {
    const answer = await Promise.race([
      machine.world.lambda(name, event, over.signal),
      machine.world.after(limit, over.signal).then(() => late),
    ]);
    if (!acceptable(answer, textOf(within(Parameters, 'ResponseValidation', 'ResponseType'), machine)))
      return failed;
    machine.external = answer;
    return { kind: 'next' };
  } catch {
    return failed;
  } finally {
    over.abort();
  }
};

const createCallback: ActionRunner = (action, machine) => {
  const { Parameters } = action;
  const number = machine.callbackNumber ?? machine.options.contact.customer;
  const own = nameIn(action, 'QueueId', machine);
  const queue = own === '' ? machine.queue : own;
  if (number === undefined || queue === undefined) return failed;
  const flow = nameIn(action, 'ContactFlowId', machine);
  const count = (name: string): number => Number(textOf(Parameters[name], machine));
  const attempts = count('MaximumConnectionAttempts');
  const retrySeconds = count('RetryDelaySeconds');
  return perform(
    {
      type: 'callback',
      number,
      queue,
      // Connect ignores the delay of a callback that starts with a flow.
      delaySeconds: Parameters.ContactFlowId === undefined ? count('InitialCallDelaySeconds') : 0,
      ...(attempts > 0 ? { attempts } : {}),
      ...(retrySeconds > 0 ? { retrySeconds } : {}),
      ...(flow === '' ? {} : { flow }),
    },
    machine,
  );
};

const createTask: ActionRunner = (action, machine) => {
  const { Parameters } = action;
  const flow = nameIn(action, 'ContactFlowId', machine);
  const delaySeconds = Number(textOf(Parameters.DelaySeconds, machine));
  return perform(
    {
      type: 'task',
      name: textOf(Parameters.Name, machine),
      description: textOf(Parameters.Description, machine),
      attributes: mapOf(Parameters.Attributes, machine),
      ...(flow === '' ? {} : { flow }),
      ...(delaySeconds > 0 ? { delaySeconds } : {}),
    },
    machine,
  );
};

/** Runners of the interactions. */
export const interactionRunners: Readonly<Record<string, ActionRunner>> = {
  InvokeLambdaFunction: invokeLambda,
  CreateCallbackContact: createCallback,
  CreateTask: createTask,
};
