import { WEEKDAYS } from '../../sla/calendar.ts';
import type { MinuteSpan } from '../../sla/minute-spans.ts';
import {
  type HoursPlan,
  type OpenWeek,
  plannedHours,
  sameSpans,
  type TemporaryHours,
  weekdaysWithin,
} from './hours-plan.ts';

/** Temporary hours of the switchboard, with their id there. */
export interface SwitchboardOverride extends TemporaryHours {
  readonly id: string;
  /** True when Rida created them. Those of people are not changed. */
  readonly own: boolean;
}

/** The hours that the switchboard uses now. */
export interface HoursInForce {
  readonly zone: string;
  readonly week: OpenWeek;
  readonly temporary: readonly SwitchboardOverride[];
}

/** The changes to make, in this order. Empty when the switchboard matches the plan. */
export interface HoursChanges {
  /** Missing when the ordinary week already matches. */
  readonly week?: Pick<HoursPlan, 'zone' | 'week'>;
  readonly remove: readonly SwitchboardOverride[];
  readonly add: readonly TemporaryHours[];
}

/**
 * Compute the changes that make the switchboard match the plan. A stretch that began before `today` matches
 * when its remaining days do. Remove a stretch that is over, because it counts against the switchboard's
 * limit.
 */
export function changesTo(plan: HoursPlan, inForce: HoursInForce, today: number): HoursChanges {
  const remains = ({ from, to, week }: TemporaryHours): TemporaryHours => {
    const begin = Math.max(from, today);
    return { from: begin, to, week: weekdaysWithin(week, { from: begin, to }) };
  };
  const own = inForce.temporary.filter((hoursOfWeek) => hoursOfWeek.own);
  const isPlanned = (hoursOfWeek: SwitchboardOverride) =>
    hoursOfWeek.to >= today && plan.temporary.some((planned) => sameStretch(planned, remains(hoursOfWeek)));
  const kept = own.filter(isPlanned);
  const isThere = (planned: TemporaryHours) =>
    kept.some((hoursOfWeek) => sameStretch(planned, remains(hoursOfWeek)));
  return {
    ...((plan.zone !== inForce.zone || !sameWeek(plan.week, inForce.week)) && {
      week: { zone: plan.zone, week: plan.week },
    }),
    remove: own.filter((hoursOfWeek) => !isPlanned(hoursOfWeek)),
    add: plan.temporary.filter((planned) => !isThere(planned)),
  };
}

/** Return the days until the plan's end on which the switchboard's hours differ from the plan. */
export function differingDays(
  plan: HoursPlan,
  from: number,
  reckoned: ReadonlyMap<number, readonly MinuteSpan[]>,
): number[] {
  const days = Array.from({ length: Math.max(plan.until - from + 1, 0) }, (_, i) => from + i);
  return days.filter((day) => !sameSpans(plannedHours(plan, day), reckoned.get(day) ?? []));
}

const sameWeek = (a: OpenWeek, b: OpenWeek): boolean =>
  WEEKDAYS.every((day) => sameSpans(a[day] ?? [], b[day] ?? []));

const sameStretch = (a: TemporaryHours, b: TemporaryHours): boolean =>
  a.from === b.from && a.to === b.to && sameWeek(a.week, b.week);
