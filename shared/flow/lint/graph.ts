import { specOf } from '../actions/catalogue.ts';
import { type Action, type Flow, targetsOf } from '../flow-language.ts';

/** A flow with derived data that several rules use. */
export interface FlowGraph {
  readonly flow: Flow;
  readonly byId: ReadonlyMap<string, Action>;
  /** Identifiers reachable from the start action. */
  readonly reachable: ReadonlySet<string>;
  /** True when Rida's builder made the flow, so that nothing outside the flow is unknown. */
  readonly ours: boolean;
}

export type Successors = (action: Action) => readonly string[];

/** Return the targets of an action. An action that ends the flow has none, regardless of its transitions. */
export const allTargets: Successors = ({ Type, Transitions }) =>
  specOf(Type)?.terminal === true ? [] : targetsOf(Transitions);

/** Return everything reachable from the start identifiers, which are included. */
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

/** Return the kept actions in post-order: each after its targets, except in a cycle. */
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
 * Return the cycles of the kept actions, as groups in which every action can reach itself (strongly connected
 * components, Kosaraju's algorithm).
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
