import type { Audience, ClockName, Priority } from '#events/vocabulary.ts';
import type { BilingualName } from './calendar.ts';

export type { Audience, ClockName, Priority };

export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly Priority[];

export const CLOCK_NAMES = [
  'firstResponse',
  'nextResponse',
  'resolution',
  'followUp',
  'department',
] as const satisfies readonly ClockName[];

/** The clocks that statuses of a policy's choice hold. */
export const PAUSABLE_CLOCKS = [
  'firstResponse',
  'nextResponse',
  'resolution',
] as const satisfies readonly ClockName[];
export type PausableClock = (typeof PAUSABLE_CLOCKS)[number];

/** The clocks a policy sets targets for; a follow-up is due when it was promised for. */
export const TARGETED_CLOCKS = [...PAUSABLE_CLOCKS, 'department'] as const satisfies readonly ClockName[];
export type TargetedClock = (typeof TARGETED_CLOCKS)[number];

/** Working minutes allowed; a clock without a target is not defined and never breaches. */
export interface Targets {
  readonly firstResponseMinutes?: number | undefined;
  readonly nextResponseMinutes?: number | undefined;
  readonly resolutionMinutes?: number | undefined;
  /** For a department's answer to a request that names no instant of its own. */
  readonly departmentMinutes?: number | undefined;
}

interface RungBase {
  /** The clock the rung watches. A rung for one clock stands in for one for `any` at the same point. */
  readonly clock: ClockName | 'any';
  readonly tell: Audience;
}

/** At a share below 1 of the target, pauses not counted. */
export interface WarnRung extends RungBase {
  readonly action: 'warn';
  readonly atShare: number;
  readonly level?: number | undefined;
}

/** When the whole target has passed. */
export interface BreachRung extends RungBase {
  readonly action: 'breach';
  readonly atShare: 1;
  readonly level?: number | undefined;
}

/** So many working minutes after the breach, and again every `everyMinutes` up to `times` in all. */
export interface EscalationRung extends RungBase {
  readonly action: 'escalate';
  readonly afterBreachMinutes: number;
  readonly level: number;
  readonly repeat?: { readonly everyMinutes: number; readonly times: number } | undefined;
}

export type Rung = WarnRung | BreachRung | EscalationRung;

/** What a case must be like for a policy to be chosen; an absent list accepts everything. */
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
  /** Statuses in which a clock stands still. */
  readonly pauseStatuses: { readonly [clock in PausableClock]: readonly string[] };
  /** Statuses that end the resolution clock and hold every other but the follow-up, which they end too. */
  readonly finalStatuses: readonly string[];
  /** What leaving a final status does: begins a new generation of the resolution clock, or lets it run on. */
  readonly reopening: 'begins-again' | 'runs-on';
  readonly ladder: readonly Rung[];
}

/** The target of one clock in ms, or null when the policy sets none. */
export function targetOf(policy: SlaPolicy, priority: Priority, clock: TargetedClock): number | null {
  const minutes = policy.targets[priority][`${clock}Minutes`];
  return minutes === undefined ? null : Math.round(minutes * 60_000);
}
