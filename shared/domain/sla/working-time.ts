import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import { joinPauses } from './pauses.ts';

const NONE: readonly Pause[] = [];

/**
 * The least instant `t >= start` by which `duration` ms have been worked, pauses not counted. Work that ends
 * exactly at closing time is due at that closing instant; a duration of 0 is due at `start`.
 *
 * All values are epoch or plain milliseconds. Late means strictly after the answer.
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
  if (pauses.length > 0) {
    // Reaching back may rebuild the table, and positions with it; so everything is reached before counting.
    const counted = joinPauses(pauses).filter(({ to }) => to > start);
    for (const pause of counted) table.reach(pause.to);
    target = table.workedAt(start) + duration;
    for (const { from, to } of counted) {
      const at = table.workedAt(from > start ? from : start);
      if (at >= target) break;
      target += table.workedAt(to) - at;
    }
  }
  return table.instantOf(target);
}

/** Worked ms of `[start, end)` outside the pauses; 0 when the end is not after the start. */
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
  if (pauses.length > 0) {
    for (const { from, to } of joinPauses(pauses)) {
      const a = from > start ? from : start;
      const b = to < end ? to : end;
      if (b > a) worked -= table.workedAt(b) - table.workedAt(a);
    }
  }
  return worked;
}
