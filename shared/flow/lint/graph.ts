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

/** The actions kept, each after all that it leads to, unless they lead back to it. */
function finished(kept: ReadonlyMap<string, Action>, after: (id: string) => readonly string[]): string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  for (const start of kept.keys()) {
    const path = [{ id: start, left: [...after(start)] }];
    if (seen.has(start)) continue;
    seen.add(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        order.push(top.id);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ id: next, left: [...after(next)] });
      }
    }
  }
  return order;
}

/**
 * The cycles among the actions kept, as groups in which every action can come back to itself (strongly
 * connected components, after Kosaraju).
 */
export function cycles(
  { byId, reachable }: FlowGraph,
  keep: (action: Action) => boolean,
  successors: Successors = allTargets,
): Action[][] {
  const kept = new Map([...byId].filter(([id, action]) => reachable.has(id) && keep(action)));
  const after = new Map(
    [...kept].map(([id, action]) => [id, successors(action).filter((target) => kept.has(target))]),
  );
  const before = new Map([...kept.keys()].map((id): [string, string[]] => [id, []]));
  for (const [id, targets] of after) for (const target of targets) before.get(target)?.push(id);
  const grouped = new Set<string>();
  const groups: Action[][] = [];
  for (const id of finished(kept, (each) => after.get(each) ?? []).reverse()) {
    if (grouped.has(id)) continue;
    const group = new Set([id]);
    for (const member of group) {
      grouped.add(member);
      for (const source of before.get(member) ?? []) if (!grouped.has(source)) group.add(source);
    }
    if (group.size > 1 || after.get(id)?.includes(id) === true)
      groups.push([...kept].flatMap(([member, action]) => (group.has(member) ? [action] : [])));
  }
  return groups;
}
