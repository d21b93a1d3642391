import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { occurrences, parseDateRule, rangeEnd } from '#shared/domain/sla/date-rule.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { formatDate } from '#shared/domain/sla/local-date.ts';

const AHEAD_DAYS = 400;
/** A longer holiday, or a farther day in lieu, than any there is. */
const AROUND_DAYS = 60;
const LIEU_DAYS = 6;

/** A holiday or season as it falls next: day numbers, both included. */
export interface UpcomingHoliday {
  readonly list: 'holidays' | 'overrides';
  /** Where its rule stands in that list. */
  readonly at: number;
  /** Year of the rule's own era. */
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

/** The holidays and seasons of the coming year, the next first. */
export const upcomingHolidays = (calendar: Calendar, today: number): UpcomingHoliday[] =>
  [...holidaysAhead(calendar, today), ...seasonsAhead(calendar, today)].sort((a, b) => a.from - b.from);

/**
 * A calendar in which a proposed holiday or season is confirmed with its dates (`YYYY-MM-DD`): a rule of
 * every year leaves that year out and a dated entry takes its place.
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

/** The calendar's list of the words a row is called by. */
export const upcomingDates = ({
  from,
  to,
}: UpcomingHoliday): { readonly from: string; readonly to: string } => ({
  from: formatDate(from),
  to: formatDate(to),
});
