/** The state of the released calls of a week. */
export interface WeekProgress {
  /** Complete interviews. Only they count for the target. */
  readonly completes: number;
  /** Released calls without a result. */
  readonly open: number;
  /** Released calls with a result. */
  readonly ended: number;
}

export interface ReleaseRules {
  readonly target: number;
  /** Share of the called persons who usually complete the interview. It counts until there are enough results. */
  readonly completion: number;
}

/** From this number of results on, the week's own share of complete interviews counts. */
const ENOUGH = 50;

/** The share of complete interviews to be expected of the open calls. */
const expectedShare = ({ completes, ended }: WeekProgress, { completion }: ReleaseRules): number =>
  ended >= ENOUGH ? completes / ended : completion;

/**
 * Return whether the next replicate is released: the target is not reached yet, and the open calls are not expected to
 * reach it. A released replicate is never taken back and is worked to its end, because those who are reached early
 * differ from those who are reached late.
 * @internal exported for tests
 */
export function needsRelease(progress: WeekProgress, rules: ReleaseRules): boolean {
  const { completes, open } = progress;
  if (completes >= rules.target) return false;
  return completes + open * expectedShare(progress, rules) < rules.target;
}

/**
 * Return how many replicates are released now.
 *
 * @param sizes the sizes of the replicates that are not released yet, in their order
 */
export function replicatesToRelease(
  progress: WeekProgress,
  rules: ReleaseRules,
  sizes: readonly number[],
): number {
  let { open } = progress;
  let count = 0;
  for (const size of sizes) {
    if (!needsRelease({ ...progress, open }, rules)) break;
    open += size;
    count += 1;
  }
  return count;
}
