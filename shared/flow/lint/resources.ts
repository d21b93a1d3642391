import type { Action } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { fixedText } from './fixed-text.ts';

/** Parameters that name a resource of the instance, with its kind. */
const RESOURCES: Readonly<Record<string, string>> = {
  QueueId: 'a queue',
  AgentId: 'an agent',
  ContactFlowId: 'a flow',
  ContactFlowArn: 'a flow',
  HoursOfOperationId: 'hours',
  FlowModuleId: 'a module',
  PromptId: 'a prompt',
  LambdaFunctionARN: 'a function',
  QuickConnectId: 'a quick connect',
};

/** The part of an ARN of Connect that names the kind of a resource. */
const KIND_IN_ARN: Readonly<Record<string, string>> = {
  'a queue': 'queue',
  'an agent': 'agent',
  'a flow': 'contact-flow',
  hours: 'operating-hours',
  'a module': 'flow-module',
  'a prompt': 'prompt',
};

/** Return true for an ARN of another kind of resource than the parameter asks for. */
function isOtherKind(kind: string, arn: string): boolean {
  if (kind === 'a function') return /^arn:[\w-]*:connect:/.test(arn);
  const named = /^arn:[\w-]*:connect:[^:]*:[^:]*:instance\/[^/]+\/([\w-]+)\//.exec(arn)?.[1];
  return named !== undefined && Object.values(KIND_IN_ARN).includes(named) && named !== KIND_IN_ARN[kind];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?::[\w$.-]+)?$/i;
const ARN = /^arn:[\w-]*:/;

/** Words by which templates ask for the real value. */
const TO_BE_FILLED =
  /^(?:<|select|enter|replace|insert|choose|change|put|add|your|todo|tbd|x{3,})|(?:^|[^a-z])(?:id|arn|here|placeholder)(?:[^a-z]|$)/i;

const isIdentifier = (value: string): boolean => UUID.test(value) || ARN.test(value);

/** Return the resources that an action names, as pairs of parameter and value. */
function named({ Parameters }: Action): (readonly [parameter: string, kind: string, value: unknown])[] {
  const own = Object.entries(RESOURCES).map(([name, kind]) => [name, kind, Parameters[name]] as const);
  const hooks = Object.entries(within(Parameters, 'EventHooks') ?? {}).map(
    ([hook, value]) => [`EventHooks.${hook}`, 'a flow', value] as const,
  );
  const messages = Array.isArray(Parameters.Messages) ? Parameters.Messages : [];
  const prompts = messages.map((message) => ['PromptId', 'a prompt', within(message, 'PromptId')] as const);
  return [...own, ...hooks, ...prompts];
}

/** The service finds resources by their id or ARN only. A name in the console is for display. */
const givenByName: Rule = ({ flow }) =>
  flow.Actions.flatMap((action) =>
    named(action).flatMap(([parameter, kind, value]): Finding[] => {
      const text = fixedText(value);
      if (text === undefined) return [];
      if (isOtherKind(kind, text))
        return [error('resource-by-name', action.Identifier, `${parameter} is ${text}; it is not ${kind}`)];
      if (isIdentifier(text)) return [];
      return [
        (TO_BE_FILLED.test(text) ? warning : error)(
          'resource-by-name',
          action.Identifier,
          `${parameter} is ${text}; Connect finds ${kind} by its id or ARN`,
        ),
      ];
    }),
  );

/** Rules about references to resources. */
export const resourceRules: readonly Rule[] = [givenByName];
