import { shippedFlowSettings } from '#functions/telephone/flows/flow-settings.ts';
import { waitingFlow } from '#functions/telephone/flows/waiting-flow.ts';
import type { FlowDefinition } from '#shared/flow/builder.ts';
import { byName } from '#shared/flow/builder.ts';
import type { Action, Flow } from '#shared/flow/flow-language.ts';
import {
  type CallStatus,
  createCall,
  type FlowCall,
  quietWorld,
  type World,
} from '#shared/flow/interpreter.ts';
import { branchesOf } from './branches.ts';

/** A path through an outbound call: pressed keys (or none), the world, and a broken action. */
export interface OutboundWalk {
  readonly deeds: readonly string[];
  readonly world: Partial<World>;
  readonly broken: readonly string[];
  readonly line?: string;
  /** Absent when it could not be stored. */
  readonly language?: 'ar' | 'en' | undefined;
}

const SILENCE = '';
const DEEDS: readonly string[] = [...'01234579#', SILENCE];

/** An action that always takes its error branch. */
const failing = (action: Action): Action => ({
  ...action,
  Type: 'InvokeLambdaFunction',
  Parameters: {
    LambdaFunctionARN: byName({ kind: 'lambda', name: 'broken' }),
    InvocationTimeLimitSeconds: '1',
  },
});

const compiled = new Map<string, Flow>();
const flowOf = (definition: FlowDefinition): Flow => {
  const flow = compiled.get(definition.name) ?? definition.toFlow();
  compiled.set(definition.name, flow);
  return flow;
};

const withBroken = (flow: Flow, broken: readonly string[]): Flow => ({
  ...flow,
  Actions: flow.Actions.map((one) => (broken.includes(one.Identifier) ? failing(one) : one)),
});

export async function walkOut(
  definition: FlowDefinition,
  { deeds, world, broken, language, line = 'general' }: OutboundWalk,
): Promise<{ readonly call: FlowCall; readonly status: CallStatus }> {
  const lambda: World['lambda'] = (name, event, signal) =>
    name === 'broken'
      ? Promise.reject(new Error('broken'))
      : (world.lambda ?? quietWorld.lambda)(name, event, signal);
  const call = createCall({
    flow: withBroken(flowOf(definition), broken),
    flows: { waiting: flowOf(waitingFlow(shippedFlowSettings)) },
    contact: {
      ...{ contactId: 'contact-1', customer: '+966500000001', initiationMethod: 'API' },
      attributes: {
        ...(language && { language }),
        ...{ purpose: 'evaluation', caseRef: '-', line },
        ...{ callOutId: 'call-out-1', attempt: '1' },
      },
    },
    world: { ...quietWorld, ...world, lambda, after: () => new Promise(() => undefined) },
  });
  let status = await call.run();
  for (const deed of deeds) status = deed === SILENCE ? await call.timeout() : await call.press(deed);
  return { call, status };
}

interface WalkedOut {
  readonly call: FlowCall;
  readonly status: CallStatus;
  readonly way: OutboundWalk;
}

/** The branches of all paths through one flow, and their ends. */
export interface Explored {
  readonly required: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly calls: readonly WalkedOut[];
  readonly reached: ReadonlyMap<string, OutboundWalk>;
}

/** Return the known way to each action that can fail, in each language, with that action broken. */
const broken = (actions: readonly Action[], reached: ReadonlyMap<string, OutboundWalk>): OutboundWalk[] =>
  actions
    .filter(({ Transitions }) => Transitions.Errors?.some(({ ErrorType }) => ErrorType === 'NoMatchingError'))
    .flatMap(({ Identifier }) =>
      ['ar', 'en', ''].flatMap((language) => {
        const way = reached.get(`${Identifier} ${language}`);
        return way ? [{ ...way, broken: [...way.broken, Identifier] }] : [];
      }),
    );

/** Try every key at every question, run the given paths, and break every action that can fail. */
export async function exploreOut(
  definition: FlowDefinition,
  world: Partial<World>,
  ways: readonly Pick<OutboundWalk, 'deeds' | 'world'>[],
): Promise<Explored> {
  const actions = definition.toFlow().Actions;
  const own = new Set(actions.map(({ Identifier }) => Identifier));
  const taken = new Set<string>();
  const reached = new Map<string, OutboundWalk>();
  const inLanguage = new Map<string, OutboundWalk>();
  const calls: WalkedOut[] = [];
  const record = async (way: OutboundWalk) => {
    const done = await walkOut(definition, way);
    calls.push({ ...done, way });
    for (const { block, branch } of done.call.steps.filter((step) => own.has(step.block))) {
      taken.add(`${block} → ${branch}`);
      if (!reached.has(block)) reached.set(block, way);
      const spoken = `${block} ${done.call.attributes.language ?? ''}`;
      if (!inLanguage.has(spoken)) inLanguage.set(spoken, way);
    }
    const asked = done.status.at?.block;
    if (asked !== undefined && !reached.has(asked)) reached.set(asked, way);
    return done;
  };
  for (const language of ['ar', 'en', undefined] as const) {
    for (const way of ways) await record({ ...way, broken: [], language });
    const seen = new Set<string>();
    const open: OutboundWalk[] = [{ deeds: [], world, broken: [], language }];
    for (let way = open.shift(); way !== undefined; way = open.shift()) {
      const { call, status } = await record(way);
      const question = `${status.at?.block} ${call.attributes.recording ?? ''}`;
      if (status.state !== 'waiting-for-input' || seen.has(question)) continue;
      seen.add(question);
      for (const deed of DEEDS) open.push({ ...way, deeds: [...way.deeds, deed] });
    }
  }
  // Blocks behind a failure may fail too.
  for (let round = 0; round < 2; round += 1) {
    for (const way of broken(actions, inLanguage)) await record(way);
  }
  return { required: new Set(actions.flatMap(branchesOf)), taken, calls, reached };
}
