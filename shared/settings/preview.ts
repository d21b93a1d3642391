import type { ClockName } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';

/** Number of the largest moves that are listed. */
const NAMED = 10;

/** A deadline that new settings would move, epoch milliseconds. Null when the clock has none. */
export interface DeadlineMove {
  readonly reference: string;
  readonly subject: string;
  readonly clock: ClockName;
  readonly from: number | null;
  readonly to: number | null;
}

/** The effect of new settings on the open cases at an instant. */
export interface SettingsPreview {
  readonly looked: number;
  /** Cases with a moved deadline, and how many of them move earlier, by the largest move. */
  readonly moved: number;
  readonly earlier: number;
  /**
   * Cases with a deadline that would already have passed and has not yet (`late`), and the reverse
   * (`rescued`).
   */
  readonly late: number;
  readonly rescued: number;
  /** The largest moves, one for each case. */
  readonly most: readonly DeadlineMove[];
}

interface Judged {
  readonly move: DeadlineMove;
  readonly late: boolean;
  readonly rescued: boolean;
}

/** A deadline that appears or disappears counts as the largest move. */
const distance = ({ from, to }: Pick<DeadlineMove, 'from' | 'to'>): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : Math.abs(to - from);

function judge(supportCase: Case, before: Rules, after: Rules, now: number): Judged | undefined {
  const [old, fresh] = [deadlinesOf(supportCase, before, now), deadlinesOf(supportCase, after, now)];
  let most: DeadlineMove | undefined;
  let late = false;
  let rescued = false;
  for (const clock of CLOCK_NAMES) {
    const [from, to] = [old[clock] ?? null, fresh[clock] ?? null];
    if (from === to) continue;
    const move = { reference: supportCase.id, subject: supportCase.subject, clock, from, to };
    if (!most || distance(move) > distance(most)) most = move;
    const [wasLate, isLate] = [from !== null && from < now, to !== null && to < now];
    late ||= isLate && !wasLate;
    rescued ||= wasLate && !isLate;
  }
  return most && { move: most, late, rescued };
}

/** Maximum number of moves in memory. Smaller moves are dropped. */
const KEPT = 1000;

/** Judges cases one by one with constant memory. */
export interface Previewing {
  add(supportCase: Case): void;
  result(): SettingsPreview;
}

/** Start a preview of new settings for open cases at `now`. */
export function previewing(before: Rules, after: Rules, now: number): Previewing {
  const counts = { looked: 0, moved: 0, earlier: 0, late: 0, rescued: 0 };
  let most: DeadlineMove[] = [];
  const largest = (): DeadlineMove[] => most.sort((a, b) => distance(b) - distance(a)).slice(0, NAMED);
  return {
    add(supportCase) {
      counts.looked += 1;
      const judged = judge(supportCase, before, after, now);
      if (!judged) return;
      const { from, to } = judged.move;
      counts.moved += 1;
      if (to !== null && (from === null || to < from)) counts.earlier += 1;
      if (judged.late) counts.late += 1;
      if (judged.rescued) counts.rescued += 1;
      most.push(judged.move);
      if (most.length > KEPT) most = largest();
    },
    result: () => ({ ...counts, most: largest() }),
  };
}
