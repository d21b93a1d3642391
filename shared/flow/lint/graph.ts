import { specOf } from '../actions/catalogue.ts';
import { type Action, type Flow, targetsOf } from '../language.ts';

/** A flow with what several rules ask about it. */
export interface FlowGraph {
  readonly flow: Flow;
  readonly byId: ReadonlyMap<string, Action>;
  /** Identifiers reachable from the start action. */
  readonly reachable: ReadonlySet<string>;
  /** Whether our own builder made it, so that doubts about what lies outside the flow fall away. */
  readonly ours: boolean;
}

export type Successors = (action: Action) => readonly string[];

/** Where an action can lead; what ends the flow leads nowhere, whatever its transitions say. */
export const allTargets: Successors = ({ Type, Transitions }) =>
  specOf(Type)?.terminal === true ? [] : targetsOf(Transitions);

/** Everything reachable from the start identifiers, themselves included. */
export function reach(
  starts: readonly string[],
  byId: ReadonlyMap<string, Action>,
  successors: Successors = allTargets,
): Set<string> {
  const seen = new Set(starts.filter((start) => byId.has(start)));
  for (const id of seen) {
    const action = byId.get(id);
    for (const target of action === undefined ? [] : successors(action)) {
      if (byId.has(target)) seen.add(target);
    }
  }
  return seen;
}

export function buildGraph(flow: Flow): FlowGraph {
  const byId = new Map(flow.Actions.map((action) => [action.Identifier, action]));
  return {
    flow,
    byId,
    reachable: reach([flow.StartAction], byId),
    ours: flow.Metadata?.languages !== undefined,
  };
}

/**
 * The cycles among the actions kept, as groups in which every action can come back to itself. A flow has at
 * most 250 actions, so plain reachability is quick enough.
 */
export function cycles(
  { byId, reachable }: FlowGraph,
  keep: (action: Action) => boolean,
  successors: Successors = allTargets,
): Action[][] {
  const kept = new Map([...byId].filter(([id, action]) => reachable.has(id) && keep(action)));
  const after = new Map([...kept].map(([id, action]) => [id, reach(successors(action), kept, successors)]));
  const grouped = new Set<string>();
  const groups: Action[][] = [];
  for (const [id, reached] of after) {
    if (grouped.has(id) || !reached.has(id)) continue;
    const group = [...reached].filter((other) => after.get(other)?.has(id) === true);
    for (const member of group) grouped.add(member);
    groups.push(group.flatMap((member) => kept.get(member) ?? []));
  }
  return groups;
}
