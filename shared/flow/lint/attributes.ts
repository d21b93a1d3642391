import { type Action, targetsOf } from '../language.ts';
import { partsOf, referencesIn } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { type FlowGraph, reach } from './graph.ts';

/** Every text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What an action reads that only the flow itself can have set: `Attributes.x`, `External`, … */
function reads({ Parameters }: Action): Set<string> {
  const names = textsIn(Parameters).flatMap(referencesIn).map(partsOf);
  return new Set(
    names.flatMap(([space, name]) => {
      if (space === 'Attributes' && name !== undefined) return [`Attributes.${name}`];
      return space === 'External' || space === 'StoredCustomerInput' ? [space] : [];
    }),
  );
}

const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true';

function writes({ Type, Parameters }: Action): string[] {
  if (Type === 'InvokeLambdaFunction') return ['External'];
  if (Type === 'GetParticipantInput' && isTrue(Parameters.StoreInput)) return ['StoredCustomerInput'];
  if (Type !== 'UpdateContactAttributes') return [];
  return Object.keys(Parameters.Attributes ?? {}).map((name) => `Attributes.${name}`);
}

/** Whether some way from the start comes to the action without its being set before. */
function reachedUnset({ flow, byId }: FlowGraph, writers: readonly Action[], reader: string): boolean {
  const open = reach([flow.StartAction], byId, (action) =>
    writers.includes(action) ? [] : targetsOf(action.Transitions),
  );
  return open.has(reader);
}

function judge(graph: FlowGraph, reader: Action, name: string): Finding[] {
  const { flow, byId, ours } = graph;
  const id = reader.Identifier;
  const writers = flow.Actions.filter((action) => writes(action).includes(name));
  const setBefore = writers.some((writer) => reach(targetsOf(writer.Transitions), byId).has(id));
  const asks = reader.Type === 'Compare';
  if (!setBefore) {
    const report = ours && !asks ? error : warning;
    return [report('attribute-before-set', id, `uses $.${name}, which nothing before sets`)];
  }
  // To compare is to ask whether it is set; a foreign flow may count on what another flow has set.
  return ours && !asks && reachedUnset(graph, writers, id)
    ? [warning('attribute-before-set', id, `uses $.${name}, which one way here does not set`)]
    : [];
}

const usedBeforeSet: Rule = (graph) => {
  const given = new Set((graph.flow.Metadata?.attributes ?? []).map((name) => `Attributes.${name}`));
  if (graph.ours) given.add('Attributes.language');
  return graph.flow.Actions.flatMap((action) =>
    [...reads(action)].filter((name) => !given.has(name)).flatMap((name) => judge(graph, action, name)),
  );
};

/** Rules about data that is used. */
export const attributeRules: readonly Rule[] = [usedBeforeSet];
