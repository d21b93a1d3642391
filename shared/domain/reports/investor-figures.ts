import type { ObstacleKind } from '#events/investor-vocabulary.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import type { Tally } from './tally.ts';

/** One kind of obstacle of investors in one department. */
interface ObstacleLine {
  readonly department: string;
  readonly kind: ObstacleKind;
  readonly count: number;
  /** Working minutes of the obstacles that are out of the way. */
  readonly minutes: number;
}

/** The company that investors were kept. */
export interface InvestorFigures {
  readonly started: number;
  /** Plans of which the investor said that all is finished. */
  readonly finished: number;
  /** Contacts by plan. */
  readonly touches: number;
  /** Of the planned contacts whose time was met or passed, those in time. */
  readonly touchesKept: Share | null;
  readonly promisesKept: Share | null;
  /** Calls to investors that reached them. */
  readonly calls: number;
  /** Of the procedures that were done, those within the promised time. */
  readonly proceduresKept: Share | null;
  readonly obstacles: readonly ObstacleLine[];
}

const keptOf = (counts: Tally, measure: 'touch' | 'plan-promise', late: number): Share | null => {
  const kept = counts.sum(measure, 'kept');
  return wilson(kept, kept + late);
};

/** Return the obstacles by department and kind, the most frequent first. */
const obstaclesOf = (counts: Tally): readonly ObstacleLine[] =>
  counts
    .by('obstacle')
    .flatMap(([department]) =>
      counts.by('obstacle', department).map(
        ([kind, count]): ObstacleLine => ({
          ...{ department, kind: kind as ObstacleKind, count },
          minutes: counts.sum('obstacle-minutes', department, kind),
        }),
      ),
    )
    .sort((a, b) => b.count - a.count || b.minutes - a.minutes);

/** Return the figures of investors. */
export function investorFigures(counts: Tally): InvestorFigures {
  // A contact counts as missed when its time passes, so that one that is still open is not hidden.
  const late = Math.max(counts.sum('touch', 'late'), counts.sum('breached', 'touch'));
  const inTime = counts.sum('procedure', 'in-time');
  return {
    started: counts.sum('plan', 'started'),
    finished: counts.sum('plan', 'finished'),
    touches: counts.sum('touch'),
    touchesKept: keptOf(counts, 'touch', late),
    promisesKept: keptOf(counts, 'plan-promise', counts.sum('plan-promise', 'late')),
    calls: counts.sum('call-out', 'investor', 'completed') + counts.sum('call-out', 'investor', 'partial'),
    proceduresKept: wilson(inTime, inTime + counts.sum('procedure', 'late')),
    obstacles: obstaclesOf(counts),
  };
}
