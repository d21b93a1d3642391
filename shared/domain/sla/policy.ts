import type { Audience, ClockName, Priority } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import type { BilingualName } from './calendar.ts';

export type { Audience, ClockName, Priority };

export const PRIORITIES = everyOf<Priority>()(['urgent', 'high', 'normal', 'low']);

export const CLOCK_NAMES = everyOf<ClockName>()([
  'firstResponse',
  'nextResponse',
  'resolution',
  'followUp',
  'department',
  'touch',
]);

/** The clocks that a policy's `pauseStatuses` can pause. */
export const PAUSABLE_CLOCKS = [
  'firstResponse',
  'nextResponse',
  'resolution',
] as const satisfies readonly ClockName[];
export type PausableClock = (typeof PAUSABLE_CLOCKS)[number];

/** The clocks with a target in the policy. A follow-up is due at its promised instant. */
export const TARGETED_CLOCKS = [...PAUSABLE_CLOCKS, 'department'] as const satisfies readonly ClockName[];
export type TargetedClock = (typeof TARGETED_CLOCKS)[number];

/** Allowed working minutes. A clock without a target is not defined and never breaches. */
export interface Targets {
  readonly firstResponseMinutes?: number | undefined;
  readonly nextResponseMinutes?: number | undefined;
  readonly resolutionMinutes?: number | undefined;
  /** Target for a department's answer, when the request has no due time of its own. */
  readonly departmentMinutes?: number | undefined;
}

interface RungBase {
  /** The clock that the rung watches. At the same point, a rung for one clock replaces one for `any`. */
  readonly clock: ClockName | 'any';
  readonly tell: Audience;
}

/** Acts at a share below 1 of the target, pauses not counted. */
interface WarnRung extends RungBase {
  readonly action: 'warn';
  readonly atShare: number;
  readonly level?: number | undefined;
}

/** Acts when the whole target has passed. */
interface BreachRung extends RungBase {
  readonly action: 'breach';
  readonly atShare: 1;
  readonly level?: number | undefined;
}

/**
 * Acts this number of working minutes after the breach, and again every `everyMinutes`, at most `times` in
 * total.
 */
interface EscalationRung extends RungBase {
  readonly action: 'escalate';
  readonly afterBreachMinutes: number;
  readonly level: number;
  readonly repeat?: { readonly everyMinutes: number; readonly times: number } | undefined;
}

/** Acts at the beginning of the working day that is this number of working days before the deadline. */
interface EarlyRung extends RungBase {
  readonly action: 'escalate';
  readonly workingDaysBefore: number;
  readonly level: number;
}

export type Rung = WarnRung | BreachRung | EscalationRung | EarlyRung;

/** Conditions for choosing a policy. A missing list matches everything. */
export interface PolicyConditions {
  readonly types?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly segments?: readonly string[] | undefined;
  readonly priorities?: readonly Priority[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly departments?: readonly string[] | undefined;
}

export interface SlaPolicy {
  readonly id: string;
  readonly version: number;
  readonly name: BilingualName;
  readonly calendarId: string;
  readonly when: PolicyConditions;
  readonly targets: { readonly [priority in Priority]: Targets };
  /** Statuses that pause a clock. */
  readonly pauseStatuses: { readonly [clock in PausableClock]: readonly string[] };
  /** Statuses that end the resolution clock and pause every other clock. They end the follow-up clock too. */
  readonly finalStatuses: readonly string[];
  /**
   * Effect of leaving a final status: a new generation of the resolution clock begins, or the clock
   * continues.
   */
  readonly reopening: 'begins-again' | 'runs-on';
  readonly ladder: readonly Rung[];
}

/** Return the target of one clock in milliseconds, or null when the policy sets none. */
export function targetOf(policy: SlaPolicy, priority: Priority, clock: TargetedClock): number | null {
  const minutes = policy.targets[priority][`${clock}Minutes`];
  return minutes === undefined ? null : Math.round(minutes * 60_000);
}
