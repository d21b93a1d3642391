import { type Action, type Flow, targetsOf } from '#shared/flow/flow-language.ts';
import { type CallStatus, createCall, type FlowCall, type World } from '#shared/flow/interpreter.ts';
import { answersTo, anyLambdaAnswers, startsOf } from './possible.ts';

/** A point where something outside the flow decides, and its options; the first is the default. */
interface Choice {
  /** The place and the situation. The same pair is tried once. */
  readonly at: string;
  readonly options: readonly string[];
  readonly taken: string;
}

/** One call: its choices, its steps, and its end. */
export interface Walked {
  readonly script: readonly string[];
  readonly choices: readonly Choice[];
  readonly call: FlowCall;
  readonly status: CallStatus;
}

/** An action that always fails with an error. */
export interface Broken {
  readonly block: string;
  readonly error: string;
}

export interface FlowSurroundings {
  /** The compiled flows by name. Identifiers are unique over all flows. */
  readonly flows: Readonly<Record<string, Flow>>;
  readonly start: string;
  readonly broken?: readonly Broken[];
}

const MOST_DEEDS = 60;
/** After a new branch, all options are tried again for this number of steps: the path may matter there. */
const NEAR = 2;
const FAILS = 'fails';
const FAILURE = 'NoMatchingError';

const nameOf = (reference: unknown): string => /:([\w-]+)\}$/u.exec(String(reference))?.[1] ?? '';
/** Actions of a caller in a queue: hang up, wait, or talk to an agent. */
const QUEUE_DEEDS = ['hang up', 'silence', 'agent'];

/** Replace an action by one whose error the test world raises. */
const failing = (action: Action): Action => ({ ...action, Type: 'AuthenticateParticipant', Parameters: {} });
const withBroken = (flow: Flow, broken: readonly Broken[]): Flow => ({
  ...flow,
  Actions: flow.Actions.map((action) =>
    broken.some(({ block }) => block === action.Identifier) ? failing(action) : action,
  ),
});

/** Return flows in which actions always take their error branch, if the world raises the errors. */
export const brokenFlows = (
  flows: FlowSurroundings['flows'],
  broken: readonly Broken[],
): FlowSurroundings['flows'] =>
  Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, withBroken(flow, broken)]));

/** Return a key for the situation of a call. */
const situation = ({ attributes }: Pick<FlowCall, 'attributes'>): string =>
  ['language', 'open', 'recording'].map((name) => attributes[name] ?? '').join(' ');

/** Run one call by a script of choices. After its end, use the defaults. */
export async function walk(
  { flows, start, broken = [] }: FlowSurroundings,
  script: readonly string[],
): Promise<Walked> {
  const choices: Choice[] = [];
  const all = broken.length === 0 ? flows : brokenFlows(flows, broken);
  const flow = all[start];
  if (!flow) throw new Error(`no flow ${start}`);
  const choose = (at: string, options: readonly string[]): string => {
    const taken = script[choices.length] ?? options[0] ?? '';
    choices.push({ at, options, taken });
    return taken;
  };
  const there: { call?: FlowCall } = {};
  const here = (what: string): string => `${what} in ${there.call ? situation(there.call) : ''}`;
  const world: Partial<World> = {
    lambda: async (name, { Details }) => {
      const step = `${name} ${Details.Parameters.step ?? ''}`;
      const answers = anyLambdaAnswers(flows, name, Details.Parameters.step ?? '');
      const taken = choose(here(step), [...Object.keys(answers), FAILS]);
      const answer = answers[taken];
      if (answer === undefined) throw new Error('down');
      return answer;
    },
    isOpen: () => choose(here('hours'), ['open', 'closed']) === 'open',
    queue: () => {
      const full = choose(here('queue'), ['room', 'full']) === 'full';
      const nobody = { online: 0, staffed: 0, available: 0 };
      return full
        ? { contacts: 9, capacity: 9, oldestAgeSeconds: 3600, agents: nobody }
        : {
            ...{ contacts: 0, capacity: 9, oldestAgeSeconds: 0 },
            agents: { online: 1, staffed: 1, available: 1 },
          };
    },
    result: ({ block }) => broken.find((one) => one.block === block)?.error,
    now: () => 0,
    after: () => new Promise(() => undefined),
  };
  const beginnings = startsOf(flow);
  const attributes = beginnings[choose(`start ${start}`, Object.keys(beginnings))] ?? {};
  const call = createCall({
    flow,
    flows: all,
    contact: { contactId: 'c-1', customer: '+966500000001', attributes },
    world,
  });
  there.call = call;
  let status = await call.run();
  for (let deeds = 0; status.state !== 'ended' && deeds < MOST_DEEDS; deeds += 1) {
    status = await act(call, status, all, (what, options) => choose(here(what), options));
  }
  if (status.state !== 'ended') status = await call.hangUp();
  return { script, choices, call, status };
}

async function act(
  call: FlowCall,
  { state, expects, at }: CallStatus,
  flows: Readonly<Record<string, Flow>>,
  choose: (what: string, options: readonly string[]) => string,
): Promise<CallStatus> {
  const block = at?.block ?? '';
  if (state === 'with-agent')
    return choose('with agent', ['agent leaves', 'hang up']) === 'hang up'
      ? call.hangUp()
      : call.agentLeaves();
  const asks = expects !== undefined && expects.maxDigits > 0;
  const options = asks ? ['silence', ...answersTo(flows, block, expects.maxDigits)] : QUEUE_DEEDS;
  const deed = choose(block, options);
  if (deed === 'hang up') return call.hangUp();
  if (deed === 'agent') return call.agentAnswers();
  return deed === 'silence' ? call.timeout() : call.press(deed);
}

/** Return the branches that a call took; for a module, include where the call continued after it. */
export function branchesTaken({ steps }: FlowCall): string[] {
  const inModules: string[] = [];
  return steps.flatMap(({ block, branch }, index) => {
    if (branch.startsWith('module ')) {
      inModules.push(block);
      return [];
    }
    if (branch !== 'return') return [`${block} → ${branch}`];
    const next = steps[index + 1]?.block;
    return [`${block} → return`, ...(next === undefined ? [] : [`${inModules.pop()} → to ${next}`])];
  });
}

/** Return the possible branches of an action, named as in the trace. */
export function branchesOf(action: Action): string[] {
  const { Identifier, Type, Transitions, Parameters } = action;
  const { Conditions = [], Errors = [], NextAction } = Transitions;
  if (Type === 'InvokeFlowModule') {
    const targets = targetsOf({
      ...Transitions,
      Errors: Errors.filter(({ ErrorType }) => ErrorType !== FAILURE),
    });
    return [...new Set([...targets.map((to) => `to ${to}`), FAILURE])].map((way) => `${Identifier} → ${way}`);
  }
  if (Type === 'TransferToFlow')
    return [`flow ${nameOf(Parameters.ContactFlowId)}`, FAILURE].map((way) => `${Identifier} → ${way}`);
  const named = [
    ...Conditions.map(({ Condition }) => Condition.Operands.join(' ')),
    ...Errors.map(({ ErrorType }) => ErrorType),
    // With conditions, the branch without a match is the error `NoMatchingCondition`. A successful transfer
    // ends the flow.
    ...(NextAction !== undefined && Conditions.length === 0 && !LEAVING.has(Type) ? ['next'] : []),
    ...(LEAVING.get(Type) ?? []),
  ];
  return [...new Set(named)].map((branch) => `${Identifier} → ${branch}`);
}

/** The name in the trace when these actions succeed. */
const LEAVING: ReadonlyMap<string, readonly string[]> = new Map([
  ['TransferContactToQueue', ['queued']],
  ['DequeueContactAndTransferToQueue', ['queued']],
  ['DisconnectParticipant', ['disconnected']],
  ['EndFlowExecution', ['flow-ended']],
  ['EndFlowModuleExecution', ['return']],
]);

/**
 * Run calls so that every option of every point is used once: each is tried where it was first found in a
 * situation, and wherever a call has just taken a new branch.
 *
 * @param seen options that earlier calls already tried
 */
export async function explore(
  around: FlowSurroundings,
  onWalk: (walked: Walked) => boolean,
  seen: Set<string> = new Set(),
): Promise<void> {
  const open: (readonly string[])[] = [[]];
  for (let script = open.pop(); script !== undefined; script = open.pop()) {
    const walked = await walk(around, script);
    const isNew = onWalk(walked);
    walked.choices.forEach(({ at, options, taken }, index) => {
      if (index < walked.script.length) return;
      if (seen.has(at) && !(isNew && index < walked.script.length + NEAR)) return;
      seen.add(at);
      const before = walked.choices.slice(0, index).map((choice) => choice.taken);
      open.push(...options.filter((option) => option !== taken).map((option) => [...before, option]));
    });
  }
}
