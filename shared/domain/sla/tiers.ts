import type { CompiledCalendar } from './compile.ts';
import type { Evaluation } from './evaluate.ts';
import { MINUTE_MS } from './local-date.ts';
import type { Audience, ClockName, Rung } from './policy.ts';
import { CLOCK_NAMES } from './policy.ts';
import { due } from './working-time.ts';

/** One thing to do for one run of one clock, once. */
export interface Tier {
  /** `<clock>#<generation>#<rung>`: the same whatever is replayed, and unchanged by a change of target. */
  readonly key: string;
  readonly clock: ClockName;
  readonly generation: number;
  readonly action: 'warn' | 'breach' | 'escalate';
  readonly level: number;
  readonly tell: Audience;
  /** Instant reached (epoch ms). A breach happens just after it. */
  readonly at: number;
  /** `terms`: a change of policy or priority put it into the past, so nobody was late when it happened. */
  readonly cause: 'time' | 'terms';
}

export interface NextTiers {
  /** The highest passed tier of each clock that has not acted yet. */
  readonly dueNow: readonly Tier[];
  /** Lower tiers that passed unseen with it: to be recorded, not acted upon. */
  readonly skipped: readonly Tier[];
  /** When to look again (epoch ms), or null when nothing can happen by time alone. */
  readonly nextAt: number | null;
}

/** The tiers of the clocks that are running or held, by time. Those of a held clock that lie ahead are left out. */
export function tiersOf(calendar: CompiledCalendar, evaluation: Evaluation): readonly Tier[] {
  return CLOCK_NAMES.flatMap((clock) => clockTiers(calendar, evaluation, clock)).sort((a, b) => a.at - b.at);
}

function clockTiers(calendar: CompiledCalendar, evaluation: Evaluation, clock: ClockName): Tier[] {
  const { clocks, policy, pauses, termsChangedAt, asOf } = evaluation;
  const { state, startedAt, targetMs, generation } = clocks[clock];
  if ((state !== 'running' && state !== 'paused') || startedAt === null || targetMs === null) return [];
  return policy.ladder
    .filter((rung) => rung.clock === 'any' || rung.clock === clock)
    .flatMap(stepsOf)
    .map(({ rung, name, share, minutes }) => {
      const at = due(calendar, startedAt, Math.round(share * targetMs) + minutes * MINUTE_MS, pauses[clock]);
      return {
        key: `${clock}#${generation}#${name}`,
        clock,
        generation,
        action: rung.action,
        level: rung.level ?? 0,
        tell: rung.tell,
        at,
        cause: termsChangedAt !== null && at < termsChangedAt ? ('terms' as const) : ('time' as const),
      };
    })
    .filter((tier) => state === 'running' || firesAt(tier) <= asOf);
}

interface Step {
  readonly rung: Rung;
  readonly name: string;
  readonly share: number;
  readonly minutes: number;
}

function stepsOf(rung: Rung): Step[] {
  if (rung.action !== 'escalate') {
    return [{ rung, name: `at-${Math.round(rung.atShare * 100)}`, share: rung.atShare, minutes: 0 }];
  }
  const { everyMinutes, times } = rung.repeat ?? { everyMinutes: 0, times: 1 };
  return Array.from({ length: times }, (_, i) => {
    const minutes = rung.afterBreachMinutes + i * everyMinutes;
    return { rung, name: `after-${minutes}`, share: 1, minutes };
  });
}

/** A warning may come at its instant; late is only what is strictly after the due instant. */
function firesAt({ action, at }: Tier): number {
  return action === 'warn' ? at : at + 1;
}

/**
 * What to do now and when to look again. `fired` holds the keys that have acted or were skipped. When several
 * tiers of one clock passed unseen (the system was down), only the highest acts.
 */
export function nextTier(tiers: readonly Tier[], fired: ReadonlySet<string>, asOf: number): NextTiers {
  const passed = tiers.filter((tier) => firesAt(tier) <= asOf);
  const highest = new Map(passed.map((tier) => [tier.clock, tier.key]));
  const open = passed.filter(({ key }) => !fired.has(key));
  const ahead = tiers.filter((tier) => firesAt(tier) > asOf && !fired.has(tier.key)).map(firesAt);
  return {
    dueNow: open.filter(({ clock, key }) => highest.get(clock) === key),
    skipped: open.filter(({ clock, key }) => highest.get(clock) !== key),
    nextAt: ahead.length === 0 ? null : Math.min(...ahead),
  };
}
