import { type WorkEntry, workOfCall, workOfCase, workOfTask } from '#shared/domain/work-list/work-entry.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';

/** The kinds of aggregates that are work. */
export const WORK_AGGREGATES = ['case', 'call-out', 'task'] as const satisfies readonly Kind[];
export type WorkAggregate = (typeof WORK_AGGREGATES)[number];

export const isWorkKind = (kind: Kind): kind is WorkAggregate =>
  (WORK_AGGREGATES as readonly Kind[]).includes(kind);

const entryOf: { readonly [K in WorkAggregate]: (state: Aggregates[K]) => WorkEntry | undefined } = {
  case: workOfCase,
  'call-out': workOfCall,
  task: workOfTask,
};

/** Return the entry of an aggregate in the list of work. Undefined when it is not in the list. */
export const workOf = <K extends WorkAggregate>(kind: K, state: Aggregates[K]): WorkEntry | undefined =>
  entryOf[kind](state);
