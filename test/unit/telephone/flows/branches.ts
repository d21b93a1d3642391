import { type Call, type CallStatus, createCall, type World } from '#shared/flow/interpreter.ts';
import { type Action, type Flow, targetsOf } from '#shared/flow/language.ts';
import { answersTo, anyLambdaAnswers, startsOf } from './possible.ts';

/** Where something outside the flow decides, and what it may come to; the first is what comes by itself. */
interface Choice {
  /** Where and in which situation: the same there is tried out once. */
  readonly at: string;
  readonly options: readonly string[];
  readonly taken: string;
}

/** One call: what was chosen in it, how it went, and how it ended. */
export interface Walked {
  readonly script: readonly string[];
  readonly choices: readonly Choice[];
  readonly call: Call;
  readonly status: CallStatus;
}

/** An action that fails with an error of its own whenever it runs. */
export interface Broken {
  readonly block: string;
  readonly error: string;
}

export interface Surroundings {
  /** By name, as compiled; identifiers are the same in no two flows. */
  readonly flows: Readonly<Record<string, Flow>>;
  readonly start: string;
  readonly broken?: readonly Broken[];
}

const MOST_DEEDS = 60;
/** How far after a branch that was new everything is tried again: there it may matter how the call came there. */
const NEAR = 2;
const FAILS = 'fails';
const FAILURE = 'NoMatchingError';

const nameOf = (reference: unknown): string => /:([\w-]+)\}$/u.exec(String(reference))?.[1] ?? '';
/** What a caller does whom nothing drives on: waits, and hangs up when nothing more comes. */
const QUEUE_DEEDS = ['hang up', 'silence', 'agent'];

/** An action in whose place the world says what happens: its own error. */
const failing = (action: Action): Action => ({ ...action, Type: 'AuthenticateParticipant', Parameters: {} });
const withBroken = (flow: Flow, broken: readonly Broken[]): Flow => ({
  ...flow,
  Actions: flow.Actions.map((action) =>
    broken.some(({ block }) => block === action.Identifier) ? failing(action) : action,
  ),
});

const brokenFlows = (flows: Surroundings['flows'], broken: readonly Broken[]): Surroundings['flows'] =>
  Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, withBroken(flow, broken)]));

/** What tells one situation of a call from another. */
const situation = ({ attributes }: Pick<Call, 'attributes'>): string =>
  ['language', 'open'].map((name) => attributes[name] ?? '').join(' ');

/** Plays one call by a script of choices; where it ends, everything comes as it comes by itself. */
export async function walk(
  { flows, start, broken = [] }: Surroundings,
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
  const there: { call?: Call } = {};
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
  call: Call,
  { state, expects }: CallStatus,
  flows: Readonly<Record<string, Flow>>,
  choose: (what: string, options: readonly string[]) => string,
): Promise<CallStatus> {
  const block = call.spoken.at(-1)?.block ?? '';
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

/** The branches a call took; of a module, where the call went on when the module had ended. */
export function branchesTaken({ steps }: Call): string[] {
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

/** The ways out of an action that a call can take, named as the trace names them. */
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
    // With conditions the way on without one is the error `NoMatchingCondition`; a transfer that succeeds ends the flow.
    ...(NextAction !== undefined && Conditions.length === 0 && !LEAVING.has(Type) ? ['next'] : []),
    ...(LEAVING.get(Type) ?? []),
  ];
  return [...new Set(named)].map((branch) => `${Identifier} → ${branch}`);
}

/** What the trace calls it when these succeed. */
const LEAVING: ReadonlyMap<string, readonly string[]> = new Map([
  ['TransferContactToQueue', ['queued']],
  ['DequeueContactAndTransferToQueue', ['queued']],
  ['DisconnectParticipant', ['disconnected']],
  ['EndFlowExecution', ['flow-ended']],
  ['EndFlowModuleExecution', ['return']],
]);

/**
 * Calls in which everything that may happen at a point happens once: each choice is tried where it was first met
 * in a situation, and wherever a call has just taken a branch that none took before.
 *
 * @param seen what was tried out already, by calls that began elsewhere
 */
export async function explore(
  around: Surroundings,
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
