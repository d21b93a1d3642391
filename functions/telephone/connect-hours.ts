import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { changesTo, differingDays } from '#shared/domain/telephone/hours/hours-changes.ts';
import { planHours } from '#shared/domain/telephone/hours/hours-plan.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { SwitchboardHours } from '#shared/ports/switchboard-hours.ts';

/** The fixed quota of overrides for each hours of operation in Connect (admin guide). */
const OVERRIDES = 50;

export interface ConnectHoursDeps {
  readonly hours: SwitchboardHours;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

export interface HoursKept {
  /** The number of changes written. */
  readonly written: number;
  /** The last date that was compared. */
  readonly until: string;
  /**
   * Dates on which the hours in Connect differ, for example because of overrides that were entered by hand.
   */
  readonly differing: readonly string[];
}

/**
 * Synchronise the hours of operation in Connect with the calendar of the desk, up to the end of the month
 * after the next. Write only the differences, then read the effective hours from Connect. The next run
 * finishes an interrupted one. Overrides are removed before others are added, so that two never overlap on a
 * day.
 */
export async function keepHours({ hours, rules, clock }: ConnectHoursDeps): Promise<HoursKept> {
  const { calendar } = (await rules.current()).desk.calendar;
  const today = parseDate(formatInZone(calendar.zone, clock.now()).slice(0, 10));
  const inForce = await hours.inForce();
  const byPeople = inForce.temporary.filter(({ own }) => !own).length;
  const plan = planHours(calendar, {
    from: today,
    to: monthAfterNext(today),
    atMost: Math.max(OVERRIDES - byPeople, 0),
  });
  const { week, remove, add } = changesTo(plan, inForce, today);
  if (week) await hours.setWeek(week);
  for (const stretch of remove) await hours.remove(stretch);
  for (const stretch of add) await hours.add(stretch);
  const differing = differingDays(plan, today, await hours.reckoned(today, plan.until));
  return {
    written: (week ? 1 : 0) + remove.length + add.length,
    until: formatDate(plan.until),
    differing: differing.map(formatDate),
  };
}

/**
 * Return the last day of the month after the next. It changes once a month, so that overrides do not move
 * every day.
 */
function monthAfterNext(today: number): number {
  const date = new Date(`${formatDate(today)}T00:00:00Z`);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 3, 0) / 86_400_000;
}
