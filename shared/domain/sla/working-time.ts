import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import { joinPauses } from './pauses.ts';

const NONE: readonly Pause[] = [];

/**
 * Return the first instant `t >= start` by which `duration` milliseconds have been worked, pauses not
 * counted. Work that ends exactly at closing time is due at that closing instant. A duration of 0 is due at
 * `start`.
 *
 * All values are milliseconds. Late means strictly after the result.
 */
export function due(
  { table }: CompiledCalendar,
  start: number,
  duration: number,
  pauses: readonly Pause[] = NONE,
): number {
  if (!(duration > 0)) return start;
  table.reach(start);
  let target = table.workedAt(start) + duration;
  for (const { from, to } of joinPauses(pauses)) {
    if (to <= start) continue;
    const begins = from > start ? from : start;
    // Do not grow the table for a pause beyond it when the table already contains the answer.
    if (begins >= table.end && table.total >= target) break;
    table.reach(begins);
    const at = table.workedAt(begins);
    if (at >= target) break;
    table.reach(to);
    target += table.workedAt(to) - at;
  }
  return table.instantAfter(target);
}

/**
 * Return the worked milliseconds of `[start, end)` outside the pauses. Return 0 when the end is not after the
 * start.
 */
export function elapsed(
  { table }: CompiledCalendar,
  start: number,
  end: number,
  pauses: readonly Pause[] = NONE,
): number {
  if (!(end > start)) return 0;
  table.reach(start);
  table.reach(end);
  let worked = table.workedAt(end) - table.workedAt(start);
  for (const { from, to } of joinPauses(pauses)) {
    const a = from > start ? from : start;
    const b = to < end ? to : end;
    if (b > a) worked -= table.workedAt(b) - table.workedAt(a);
  }
  return worked;
}
