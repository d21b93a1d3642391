import type { Action } from '../flow-language.ts';
import { partsOf, referencesIn } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { allTargets, type FlowGraph, reach } from './graph.ts';
import { isTrue } from './is-true.ts';

/** Return every text inside a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Return every reference of an action, in its parameters and in the operands of its conditions. */
export function referencesOf({ Parameters, Transitions }: Action): string[][] {
  const operands = (Transitions.Conditions ?? []).flatMap(({ Condition }) => Condition.Operands);
  return [...textsIn(Parameters), ...operands].flatMap(referencesIn).map(partsOf);
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** References that each action type sets. */
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

/** Return the references of an action that another action must set: `Attributes.x`, `External`, … */
const reads = (action: Action): Set<string> =>
  new Set(
    referencesOf(action).flatMap(([space = '', name]) => {
      const named = (space === 'Attributes' || space === 'FlowAttributes') && name !== undefined;
      return named ? [`${space}.${name}`] : SPACES.has(space) ? [space] : [];
    }),
  );

const sets = (action: Action, name: string): boolean =>
  Object.hasOwn(writers, action.Type) && writers[action.Type]?.(action).includes(name) === true;

/** Return the error branches. A failed action sets nothing, so its references stay unset there. */
const failing = ({ Transitions }: Action): string[] =>
  (Transitions.Errors ?? [])
    .filter(({ ErrorType }) => ErrorType !== 'NoMatchingCondition')
    .map(({ NextAction }) => NextAction);

/** Return true when a path from the start reaches the action without setting the reference. */
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
    const why = setting.length === 0 ? 'this flow never sets' : 'is set only after this block';
    return [report('attribute-before-set', id, `uses $.${name}, which ${why}`)];
  }
  // A comparison tests whether the reference is set, so it may be unset.
  return !asks && reachedUnset(graph, setting, id)
    ? [warning('attribute-before-set', id, `uses $.${name}, which is not set on every path to this block`)]
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

/** Rules about references. */
export const attributeRules: readonly Rule[] = [usedBeforeSet];
