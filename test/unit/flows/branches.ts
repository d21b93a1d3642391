import { byName } from '#shared/flow/builder.ts';
import { type Call, type CallStatus, createCall, quietWorld, type World } from '#shared/flow/interpreter.ts';
import type { Action, Flow } from '#shared/flow/language.ts';
import { flowNamed, flowsByName } from './telephone.ts';

/** What a caller does. */
export type Deed = { readonly press: string } | 'silence';

/** Everything that decides how a walk goes. */
export interface Walk {
  readonly deeds: readonly Deed[];
  readonly world: Partial<World>;
  /** Actions that fail whenever they run. */
  readonly broken: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** An action in whose place nothing works: its own error branch is taken. */
const failing = (action: Action): Action => ({
  ...action,
  Type: 'InvokeLambdaFunction',
  Parameters: {
    LambdaFunctionARN: byName({ kind: 'lambda', name: 'broken' }),
    InvocationTimeLimitSeconds: '1',
  },
});
const withBroken = (flow: Flow, broken: readonly string[]): Flow => ({
  ...flow,
  Actions: flow.Actions.map((action) => (broken.includes(action.Identifier) ? failing(action) : action)),
});

/** Walks, and answers the call as it then stands. */
export async function walk({
  deeds,
  world,
  broken,
  attributes,
}: Walk): Promise<{ call: Call; status: CallStatus }> {
  const flows = Object.fromEntries(
    Object.entries(flowsByName).map(([name, flow]) => [name, withBroken(flow, broken)]),
  );
  const lambda: World['lambda'] = (name, event, signal) =>
    name === 'broken'
      ? Promise.reject(new Error('broken'))
      : (world.lambda ?? quietWorld.lambda)(name, event, signal);
  const call = createCall({
    flow: flows.main ?? flowNamed('main'),
    flows,
    contact: { contactId: 'c-1', customer: '+966500000001', attributes },
    world: { ...world, lambda, after: () => new Promise(() => undefined) },
  });
  let status = await call.run();
  for (const deed of deeds) status = deed === 'silence' ? await call.timeout() : await call.press(deed.press);
  return { call, status };
}

/** The ways out of an action that a call can take, named as the trace names them. */
export function branchesOf({ Identifier, Type, Transitions }: Action): string[] {
  const { Conditions = [], Errors = [], NextAction } = Transitions;
  const named = [
    ...Conditions.map(({ Condition }) => Condition.Operands.join(' ')),
    ...Errors.map(({ ErrorType }) => ErrorType),
    // With conditions the way on without one is the error `NoMatchingCondition`; a transfer that succeeds ends the flow.
    ...(NextAction !== undefined && Conditions.length === 0 && Type !== 'TransferContactToQueue'
      ? ['next']
      : []),
    ...(Type === 'TransferContactToQueue' ? ['queued'] : []),
    ...(Type === 'DisconnectParticipant' ? ['disconnected'] : []),
    ...(Type === 'EndFlowExecution' ? ['flow-ended'] : []),
  ];
  return [...new Set(named)].map((branch) => `${Identifier} → ${branch}`);
}

/** What a caller can do at a question: every key it knows, a wrong one, an entry, nothing. */
const DEEDS: readonly Deed[] = [
  ...['0', '1', '2', '3', '4', '9', '1234567890'].map((press) => ({ press })),
  'silence',
];

/**
 * Every walk that ends at a question not asked before, tried out with everything a caller can do there.
 * `onWalk` sees each call; the walk that first ran an action is remembered in `reached`.
 */
export async function explore(
  start: Omit<Walk, 'deeds'>,
  onWalk: (call: Call, way: Walk, status: CallStatus) => void,
): Promise<void> {
  const seen = new Set<string>();
  const open: Walk[] = [{ ...start, deeds: [] }];
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    const { call, status } = await walk(way);
    onWalk(call, way, status);
    const question = call.spoken.at(-1)?.block ?? '';
    if (status.state === 'ended' || seen.has(question)) continue;
    seen.add(question);
    for (const deed of DEEDS) open.push({ ...way, deeds: [...way.deeds, deed] });
  }
}
