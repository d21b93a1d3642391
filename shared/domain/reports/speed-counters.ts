import type { DataOf } from '#events/registry.ts';
import type { ResolutionOutcome } from '#events/vocabulary.ts';
import { type Added, one } from './added.ts';
import { counterName } from './counter-name.ts';
import { bandOf } from './time-bucket.ts';

/**
 * `plain`: resolved without an escalation, by the band of the resolution. `escalated` and `finished`: an escalated
 * case, by the band of its escalation and of its resolution. `at-once`: both are in one band.
 */
export type SpeedCount = 'plain' | 'escalated' | 'finished' | 'at-once';

/** Cases that ended so were not brought to their end by work. */
const NO_WORK: ReadonlySet<ResolutionOutcome> = new Set<ResolutionOutcome>(['withdrawn', 'duplicate']);

/**
 * Count a first resolution for the comparison of escalated cases with others. A reopened case is left out, because its
 * age has two beginnings, and so is an event from before the priority was in it.
 */
export function speedCounters({
  generation,
  outcome,
  type,
  department,
  priority,
  workingMinutes,
  escalatedAfter,
}: DataOf<'rida.case.resolved.v1'>): Added {
  if (generation > 0 || priority === undefined || (outcome && NO_WORK.has(outcome))) return [];
  const kind = [type, department, priority] as const;
  const at = (what: SpeedCount, minutes: number) => one('speed', what, ...kind, bandOf(minutes));
  if (escalatedAfter === undefined) return [at('plain', workingMinutes)];
  const isAtOnce = bandOf(escalatedAfter) === bandOf(workingMinutes);
  return [
    at('escalated', escalatedAfter),
    at('finished', workingMinutes),
    ...(isAtOnce ? [at('at-once', workingMinutes)] : []),
    [counterName('speed-after', ...kind), Math.max(0, workingMinutes - escalatedAfter)],
  ];
}
