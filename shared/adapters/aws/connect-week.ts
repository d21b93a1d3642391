import type { HoursOfOperationConfig, HoursOfOperationOverrideConfig } from '@aws-sdk/client-connect';
import { WEEKDAYS } from '#shared/domain/sla/calendar.ts';
import { joinSpans, type MinuteSpan } from '#shared/domain/sla/minute-spans.ts';
import { DAY_NAMES } from '#shared/domain/telephone/hours/day-names.ts';
import type { OpenWeek } from '#shared/domain/telephone/hours/hours-plan.ts';

type Time = { readonly Hours: number | undefined; readonly Minutes: number | undefined };

const MINUTES_OF_A_DAY = 1440;

/**
 * Convert a week to Connect's form: one entry for each open interval. Midnight is 0:00 at both ends of a day.
 */
export const toConfig = (week: OpenWeek): HoursOfOperationConfig[] =>
  WEEKDAYS.flatMap((day) =>
    (week[day] ?? []).map(({ from, to }) => ({
      Day: DAY_NAMES[day],
      StartTime: timeOf(from),
      EndTime: timeOf(to),
    })),
  );

/** Convert Connect's entries to a week. */
export function toWeek(config: readonly HoursOfOperationOverrideConfig[] = []): OpenWeek {
  const days = WEEKDAYS.map((day) => {
    const entries = config.filter(({ Day }) => Day === DAY_NAMES[day]);
    return [day, joinSpans(entries.map(({ StartTime, EndTime }) => spanOf(StartTime, EndTime)))] as const;
  });
  return Object.fromEntries(days.filter(([, spans]) => spans.length > 0));
}

/** An end of 0:00 is the end of the day (admin guide, "How to specify midnight"). */
export const spanOf = (start: Time | undefined, end: Time | undefined): MinuteSpan => ({
  from: minutesOf(start),
  to: minutesOf(end) || MINUTES_OF_A_DAY,
});

const minutesOf = (time: Time | undefined): number => (time?.Hours ?? 0) * 60 + (time?.Minutes ?? 0);

const timeOf = (minutes: number) => ({ Hours: Math.floor(minutes / 60) % 24, Minutes: minutes % 60 });
