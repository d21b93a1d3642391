import { WEEKDAYS } from '../../sla/calendar.ts';
import type { MinuteSpan } from '../../sla/minute-spans.ts';
import {
  type HoursPlan,
  type OpenWeek,
  plannedHours,
  sameSpans,
  type TemporaryHours,
  within,
} from './hours-plan.ts';

/** A stretch of hours the switchboard has, by the id it gave it. */
export interface HoursOverride extends TemporaryHours {
  readonly id: string;
  /** Whether Rida made it; those of people are left alone. */
  readonly own: boolean;
}

/** The hours a switchboard goes by now. */
export interface HoursInForce {
  readonly zone: string;
  readonly week: OpenWeek;
  readonly temporary: readonly HoursOverride[];
}

/** What to do, in this order. Nothing at all when the switchboard goes by the plan. */
export interface HoursChanges {
  /** Absent when the ordinary week is right. */
  readonly week?: Pick<HoursPlan, 'zone' | 'week'>;
  readonly remove: readonly HoursOverride[];
  readonly add: readonly TemporaryHours[];
}

/**
 * What makes the switchboard go by the plan. A stretch that began before `today` is right when the rest of
 * it is; one that is over is taken away, because it counts against the switchboard's limit.
 */
export function changesTo(plan: HoursPlan, inForce: HoursInForce, today: number): HoursChanges {
  const remains = ({ from, to, week }: TemporaryHours): TemporaryHours => {
    const begin = Math.max(from, today);
    return { from: begin, to, week: within(week, { from: begin, to }) };
  };
  const own = inForce.temporary.filter((hoursOfWeek) => hoursOfWeek.own);
  const isPlanned = (hoursOfWeek: HoursOverride) =>
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

/** The days up to the plan's end on which the switchboard reckons with other hours than the plan's. */
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
