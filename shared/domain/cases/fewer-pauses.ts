import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import type { StatusSpan } from '#shared/domain/sla/status-history.ts';
import { due, elapsed } from '#shared/domain/sla/working-time.ts';

/** A time in a status, and the place of its fact. Places order facts of one instant. */
export interface PlacedSpan extends StatusSpan {
  readonly place: number;
}

interface PauseRules {
  readonly calendar: CompiledCalendar;
  /** Whether a status pauses the resolution clock. */
  isPause(status: string): boolean;
  isFinal(status: string): boolean;
  /** The deadlines of the clocks. A pause stays on its side of each of them. */
  readonly deadlines: readonly number[];
}

/** So many changes of status stay as they are. */
const FEW = 8;

/** Half a place: after the fact of a pause, before every later one. */
const JUST_AFTER = 0.5;

/**
 * Join the pauses of a long history: of the pauses between two deadlines, one remains with their working time.
 * Elapsed times and deadlines do not change. Changes between statuses in which the clocks run are left out.
 * The last status stays, and so does every final one.
 */
export function fewerPauses(spans: readonly PlacedSpan[], rules: PauseRules): readonly PlacedSpan[] {
  if (spans.length <= FEW) return spans;
  const { calendar, isPause, isFinal, deadlines } = rules;
  const sideOf = (at: number): number => deadlines.filter((deadline) => deadline < at).length;
  const kept: PlacedSpan[] = [];
  let group: PlacedSpan[] = [];
  let running = 'open';
  const endGroup = (): void => {
    const [first] = group;
    if (first === undefined) return;
    const worked = group.reduce((sum, { from, to }) => sum + elapsed(calendar, from, to), 0);
    const end = due(calendar, first.from, worked);
    kept.push({ ...first, to: end });
    kept.push({ from: end, to: end, status: running, place: first.place + JUST_AFTER });
    group = [];
  };
  for (const [i, span] of spans.entries()) {
    const isLast = i === spans.length - 1;
    if (isLast || isFinal(span.status)) {
      endGroup();
      kept.push(span);
    } else if (isPause(span.status)) {
      if (group[0] && sideOf(group[0].from) !== sideOf(span.to)) endGroup();
      group.push(span);
    } else {
      running = span.status;
      // The first status, and the one after a reopening, begins with a fact of its own.
      const previous = spans[i - 1];
      if (previous === undefined || isFinal(previous.status)) kept.push(span);
    }
  }
  return kept;
}
