import type { ClockName } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';

/** How many of the deadlines that move most are named. */
const NAMED = 10;

/** A deadline that new settings would move; null where a clock has none. Epoch milliseconds. */
export interface DeadlineMove {
  readonly reference: string;
  readonly subject: string;
  readonly clock: ClockName;
  readonly from: number | null;
  readonly to: number | null;
}

/** What new settings would do to the open cases at an instant. */
export interface SettingsPreview {
  readonly looked: number;
  /** Cases of which a deadline moves, and how many of them to earlier, counted by what moves most. */
  readonly moved: number;
  readonly earlier: number;
  /** Cases with a deadline that would already have passed, and has not now; and the reverse. */
  readonly late: number;
  readonly rescued: number;
  /** The moves that are largest, one a case. */
  readonly most: readonly DeadlineMove[];
}

interface Judged {
  readonly move: DeadlineMove;
  readonly late: boolean;
  readonly rescued: boolean;
}

/** A deadline that appears or goes away moves further than any that is put off. */
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

/** Moves kept before the smaller ones are let go. */
const KEPT = 1000;

/** Judges one case after another; what it keeps does not grow with their number. */
export interface Previewing {
  add(supportCase: Case): void;
  result(): SettingsPreview;
}

/** Begins a preview of what settings would do to open cases as they stand at `now`. */
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

/** What settings would do to open cases: pure, and every case judged as it stands at `now`. */
export function previewSettings(
  before: Rules,
  after: Rules,
  cases: Iterable<Case>,
  now: number,
): SettingsPreview {
  const preview = previewing(before, after, now);
  for (const supportCase of cases) preview.add(supportCase);
  return preview.result();
}
