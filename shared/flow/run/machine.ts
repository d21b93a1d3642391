import type { Action, Flow } from '../flow-language.ts';
import type { CallOptions, Expectation, Outcome, Spoken, TraceStep } from './call-types.ts';
import { fillIn } from './json-path.ts';

import { nameOf } from './names.ts';
import { type FlowEffect, type FlowWorld, quietWorld } from './world.ts';

/** The result of an executed action. */
export type ActionResult =
  | { readonly kind: 'next' }
  /** Compared with the action's conditions. */
  | { readonly kind: 'result'; readonly value: string }
  | { readonly kind: 'error'; readonly type: string }
  | {
      readonly kind: 'ask';
      readonly expects: Expectation;
      readonly done: InputDone;
      readonly queue?: boolean;
    }
  | { readonly kind: 'jump'; readonly flow: Flow; readonly branch: string; readonly module?: boolean }
  | { readonly kind: 'return'; readonly result?: string; readonly data?: unknown }
  | { readonly kind: 'queued' }
  | { readonly kind: 'end'; readonly outcome: Outcome; readonly reason?: string };

/** Converts the received keys (undefined after silence) to the action's result. */
export type InputDone = (keys: string | undefined) => ActionResult;

export type ActionRunner = (action: Action, machine: Machine) => ActionResult | Promise<ActionResult>;

interface Frame {
  readonly flow: Flow;
  readonly action: Action;
}

/** The mutable state of a running call. */
export interface Machine {
  readonly world: FlowWorld;
  readonly options: CallOptions;
  readonly attributes: Record<string, string>;
  readonly flowAttributes: Record<string, unknown>;
  readonly hooks: Record<string, string>;
  readonly tags: Record<string, string>;
  readonly loops: Map<string, number>;
  /** Stack of module calls. */
  readonly frames: Frame[];
  readonly steps: TraceStep[];
  readonly spoken: Spoken[];
  readonly effects: FlowEffect[];
  readonly notSimulated: string[];
  /** The running flow. */
  flow: Flow;
  lex: Readonly<Record<string, unknown>>;
  agentic: Readonly<Record<string, unknown>>;
  views: Readonly<Record<string, unknown>>;
  modules: Readonly<Record<string, unknown>>;
  external: Readonly<Record<string, unknown>>;
  metrics: Readonly<Record<string, unknown>>;
  stored: string;
  voice: string;
  languageCode: string;
  queue: string | undefined;
  callbackNumber: string | undefined;
}

export function createMachine(options: CallOptions): Machine {
  return {
    world: { ...quietWorld, ...options.world },
    options,
    attributes: { ...options.contact.attributes },
    flowAttributes: {},
    hooks: {},
    tags: {},
    loops: new Map(),
    frames: [],
    steps: [],
    spoken: [],
    effects: [],
    notSimulated: [],
    flow: options.flow,
    lex: {},
    agentic: {},
    views: {},
    modules: {},
    external: {},
    metrics: {},
    stored: '',
    voice: 'Joanna',
    languageCode: 'en-US',
    queue: options.contact.queue,
    callbackNumber: undefined,
  };
}

const endpoint = (address: string | undefined) =>
  address === undefined ? null : ({ Type: 'TELEPHONE_NUMBER', Address: address } as const);

/** Return the data that references of a flow read. Source: admin guide, "connect-attrib-list". */
export function flowData(machine: Machine): Readonly<Record<string, unknown>> {
  const { contact } = machine.options;
  return {
    ...contact.data,
    ContactId: contact.contactId,
    InitialContactId: contact.initialContactId ?? contact.contactId,
    PreviousContactId: contact.previousContactId ?? contact.contactId,
    Channel: contact.channel ?? 'VOICE',
    InitiationMethod: contact.initiationMethod ?? 'INBOUND',
    InstanceARN: contact.instanceArn ?? '',
    LanguageCode: machine.languageCode,
    TextToSpeechVoiceId: machine.voice,
    CustomerEndpoint: endpoint(contact.customer),
    SystemEndpoint: endpoint(contact.system),
    CustomerCallbackNumber: machine.callbackNumber ?? contact.customer,
    Queue: machine.queue === undefined ? null : { Name: machine.queue, ARN: machine.queue },
    Attributes: machine.attributes,
    FlowAttributes: machine.flowAttributes,
    Tags: machine.tags,
    External: machine.external,
    LambdaInvocation: { ResultData: machine.external },
    Lex: machine.lex,
    AgenticCX: machine.agentic,
    Views: machine.views,
    Modules: machine.modules,
    Metrics: machine.metrics,
    StoredCustomerInput: machine.stored,
  };
}

/**
 * Return a parameter as text with resolved references. Return an empty text when it is missing or not a text.
 */
export function textOf(value: unknown, machine: Machine): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? fillIn(String(value), flowData(machine))
    : '';
}

/** Return a map parameter with resolved references in its values. */
export function mapOf(value: unknown, machine: Machine): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textOf(each, machine)]));
}

/**
 * Return the console's display name of a parameter's resource, when the value is fixed and the export
 * contains it.
 */
const shownName = ({ Identifier }: Action, parameter: string, { flow }: Machine): string | undefined =>
  flow.Metadata?.ActionMetadata?.[Identifier]?.displayNames?.[parameter];

/** Return the name of a parameter's resource as people know it, or an empty text. */
export function nameIn(action: Action, parameter: string, machine: Machine): string {
  const given = action.Parameters[parameter];
  const fixed = typeof given === 'string' && !given.includes('$.');
  const shown = fixed ? shownName(action, parameter, machine) : undefined;
  return shown ?? nameOf(textOf(given, machine));
}

/** Return another flow of a parameter, by either of its names. */
export function flowIn(action: Action, parameter: string, machine: Machine): Flow | undefined {
  const { flows = {} } = machine.options;
  const names = [nameOf(textOf(action.Parameters[parameter], machine)), nameIn(action, parameter, machine)];
  const flowName = names.find((name) => Object.hasOwn(flows, name));
  return flowName === undefined ? undefined : flows[flowName];
}
