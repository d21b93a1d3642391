import type { Action } from '../language.ts';
import { partsOf, referencesIn } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { allTargets, type FlowGraph, reach } from './graph.ts';

/** Every text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Every reference an action makes, in its parameters and in what its conditions compare with. */
export function referencesOf({ Parameters, Transitions }: Action): string[][] {
  const operands = (Transitions.Conditions ?? []).flatMap(({ Condition }) => Condition.Operands);
  return [...textsIn(Parameters), ...operands].flatMap(referencesIn).map(partsOf);
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true';

/** What each action type sets that references read. */
const writers: Readonly<Record<string, (action: Action) => readonly string[]>> = {
  InvokeLambdaFunction: () => ['External', 'LambdaInvocation'],
  GetParticipantInput: ({ Parameters }) => (isTrue(Parameters.StoreInput) ? ['StoredCustomerInput'] : []),
  ConnectParticipantWithLexBot: () => ['Lex'],
  ConnectParticipantWithAgenticCX: () => ['AgenticCX'],
  ShowView: () => ['Views'],
  GetMetricData: () => ['Metrics'],
  UpdateContactAttributes: ({ Parameters }) =>
    keysOf(Parameters.Attributes).map((name) => `Attributes.${name}`),
  UpdateFlowAttributes: ({ Parameters }) =>
    keysOf(Parameters.FlowAttributes).map((name) => `FlowAttributes.${name}`),
};

const SPACES: ReadonlySet<string> = new Set([
  'External',
  'LambdaInvocation',
  'StoredCustomerInput',
  'Lex',
  'AgenticCX',
  'Views',
  'Metrics',
]);

/** What an action reads that some action has to have set: `Attributes.x`, `External`, … */
const reads = (action: Action): Set<string> =>
  new Set(
    referencesOf(action).flatMap(([space = '', name]) => {
      const named = (space === 'Attributes' || space === 'FlowAttributes') && name !== undefined;
      return named ? [`${space}.${name}`] : SPACES.has(space) ? [space] : [];
    }),
  );

const sets = (action: Action, name: string): boolean =>
  Object.hasOwn(writers, action.Type) && writers[action.Type]?.(action).includes(name) === true;

/** What fails sets nothing: its error branches leave as unset as they found it. */
const failing = ({ Transitions }: Action): string[] =>
  (Transitions.Errors ?? [])
    .filter(({ ErrorType }) => ErrorType !== 'NoMatchingCondition')
    .map(({ NextAction }) => NextAction);

/** Whether some way from the start comes to the action without its being set before. */
function reachedUnset({ flow, byId }: FlowGraph, setting: readonly Action[], reader: string): boolean {
  const open = reach([flow.StartAction], byId, (action) =>
    setting.includes(action) ? failing(action) : allTargets(action),
  );
  return open.has(reader);
}

function judge(graph: FlowGraph, reader: Action, name: string): Finding[] {
  const { flow, byId, ours } = graph;
  const id = reader.Identifier;
  const setting = flow.Actions.filter((action) => sets(action, name));
  const setBefore = setting.some((writer) => reach(allTargets(writer), byId).has(id));
  const asks = reader.Type === 'Compare';
  if (!setBefore) {
    const report = ours && !asks ? error : warning;
    const why = setting.length === 0 ? 'nothing here sets' : 'is set only after it';
    return [report('attribute-before-set', id, `uses $.${name}, which ${why}`)];
  }
  // To compare is to ask whether it is set.
  return !asks && reachedUnset(graph, setting, id)
    ? [warning('attribute-before-set', id, `uses $.${name}, which one way here does not set`)]
    : [];
}

const usedBeforeSet: Rule = (graph) => {
  const given = new Set((graph.flow.Metadata?.attributes ?? []).map((name) => `Attributes.${name}`));
  if (graph.ours) given.add('Attributes.language');
  const run = graph.flow.Actions.filter(({ Identifier }) => graph.reachable.has(Identifier));
  return run.flatMap((action) =>
    [...reads(action)].filter((name) => !given.has(name)).flatMap((name) => judge(graph, action, name)),
  );
};

/** Rules about data that is used. */
export const attributeRules: readonly Rule[] = [usedBeforeSet];
