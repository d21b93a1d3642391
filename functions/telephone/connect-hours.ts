import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { changesTo, differingDays } from '#shared/domain/telephone/hours/hours-changes.ts';
import { planHours } from '#shared/domain/telephone/hours/hours-plan.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { SwitchboardHours } from '#shared/ports/switchboard-hours.ts';

/** Connect takes 50 overrides for each hours of operation (admin guide); the quota cannot be raised. */
const OVERRIDES = 50;

export interface ConnectHoursDeps {
  readonly hours: SwitchboardHours;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

export interface HoursKept {
  /** How many changes were written. */
  readonly written: number;
  /** The last date on which Connect is meant to go by the calendar. */
  readonly until: string;
  /** Dates on which it nevertheless goes by other hours, such as those somebody entered by hand. */
  readonly differing: readonly string[];
}

/**
 * Brings Connect's hours of operation in step with the desk's calendar up to the end of the month after the
 * next, writing only what differs, then asks Connect what it reckons with. A run that breaks off is finished
 * by the next. Stretches are taken away before others are added, so that no two ever share a day.
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

/** The last day of the month after the next: an end that moves once a month, and not the stretches with it. */
function monthAfterNext(today: number): number {
  const date = new Date(`${formatDate(today)}T00:00:00Z`);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 3, 0) / 86_400_000;
}
