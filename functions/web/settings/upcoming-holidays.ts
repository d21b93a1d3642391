import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { occurrences, parseDateRule, rangeEnd } from '#shared/domain/sla/date-rule.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { formatDate } from '#shared/domain/sla/local-date.ts';

const AHEAD_DAYS = 400;
/** More days than any holiday lasts, or than a day in lieu is moved. */
const AROUND_DAYS = 60;
const LIEU_DAYS = 6;

/** The next occurrence of a holiday or season, as day numbers, both included. */
export interface UpcomingHoliday {
  readonly list: 'holidays' | 'overrides';
  /** Index of its rule in that list. */
  readonly at: number;
  /** The year in the calendar of the rule. */
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly proposed: boolean;
}

function holidaysAhead(calendar: Calendar, today: number): UpcomingHoliday[] {
  const days = [...holidayDays(calendar, today - AROUND_DAYS, today + AHEAD_DAYS + AROUND_DAYS).values()];
  return calendar.holidays.flatMap((holiday, at) =>
    occurrences(parseDateRule(holiday.on), today - AROUND_DAYS, today + AHEAD_DAYS)
      .filter(({ year }) => !holiday.except?.includes(year))
      .flatMap(({ day, year }): UpcomingHoliday[] => {
        const own = days
          .filter((one) => one.holiday === holiday)
          .map((one) => one.day)
          .filter((one) => one >= day - LIEU_DAYS && one < day + AROUND_DAYS);
        const [from, to] = [Math.min(...own), Math.max(...own)];
        return own.length === 0 || to < today
          ? []
          : [{ list: 'holidays', at, year, from, to, proposed: holiday.state === 'proposed' }];
      }),
  );
}

function seasonsAhead(calendar: Calendar, today: number): UpcomingHoliday[] {
  return calendar.overrides.flatMap((season, at) =>
    occurrences(parseDateRule(season.from), today - AROUND_DAYS, today + AHEAD_DAYS)
      .filter(({ year }) => !season.except?.includes(year))
      .map((began): UpcomingHoliday => {
        const to = rangeEnd(parseDateRule(season.to), began);
        return {
          list: 'overrides',
          at,
          year: began.year,
          from: began.day,
          to,
          proposed: season.state === 'proposed',
        };
      })
      .filter(({ to }) => to >= today),
  );
}

/** List the holidays and seasons of the next year, the nearest first. */
export const upcomingHolidays = (calendar: Calendar, today: number): UpcomingHoliday[] =>
  [...holidaysAhead(calendar, today), ...seasonsAhead(calendar, today)].sort((a, b) => a.from - b.from);

/**
 * Return a calendar in which a proposed holiday or season has confirmed dates (`YYYY-MM-DD`). A yearly rule
 * skips that year, and a dated entry takes its place.
 */
export function confirmed(
  calendar: Calendar,
  { list, at, year }: Pick<UpcomingHoliday, 'list' | 'at' | 'year'>,
  { from, to, days }: { readonly from: string; readonly to: string; readonly days: number },
): Calendar {
  const leftOut = <T extends { readonly except?: readonly number[] | undefined }>(entry: T): T => ({
    ...entry,
    except: [...(entry.except ?? []), year],
  });
  if (list === 'holidays') {
    const holiday = calendar.holidays[at];
    if (!holiday) return calendar;
    const { days: _d, workingDays: _w, inLieu: _i, except: _e, ...kept } = holiday;
    const dated = { ...kept, on: from, days, state: 'confirmed' as const };
    const yearly = parseDateRule(holiday.on).year === null;
    return {
      ...calendar,
      holidays: calendar.holidays.flatMap((one, i) =>
        i === at ? (yearly ? [leftOut(one), dated] : [dated]) : [one],
      ),
    };
  }
  const season = calendar.overrides[at];
  if (!season) return calendar;
  const { except: _, ...kept } = season;
  const dated = { ...kept, from, to, state: 'confirmed' as const };
  const yearly = parseDateRule(season.from).year === null;
  return {
    ...calendar,
    overrides: calendar.overrides.flatMap((one, i) =>
      i === at ? (yearly ? [leftOut(one), dated] : [dated]) : [one],
    ),
  };
}

/** Format the first and the last day of a holiday. */
export const upcomingDates = ({
  from,
  to,
}: UpcomingHoliday): { readonly from: string; readonly to: string } => ({
  from: formatDate(from),
  to: formatDate(to),
});
