import type { DataOf } from '#events/registry.ts';
import { type Added, one } from './added.ts';

/** Count a procedure when it is added, and when its department ends it. */
export function procedureCounters({
  department,
  state,
  from,
  late,
}: DataOf<'rida.procedure.changed.v1'>): Added {
  if (from === undefined) return [one('procedure', 'added', department)];
  if (late !== undefined) return [one('procedure', late ? 'late' : 'in-time', department)];
  return state === 'withdrawn' && from.state !== 'withdrawn'
    ? [one('procedure', 'withdrawn', department)]
    : [];
}
