import { type Backlog, backlogFrom, firstArrival } from '#shared/domain/reports/backlog.ts';
import type { MeasureId } from '#shared/domain/reports/catalogue.ts';
import { type Claim, claimsOf } from '#shared/domain/reports/claims.ts';
import type { ComparedPeriod } from '#shared/domain/reports/compared-period.ts';
import { type Figures, figuresFrom } from '#shared/domain/reports/figures-of.ts';
import { type Funnel, funnelOf } from '#shared/domain/reports/funnel.ts';
import { type HeatMap, heatMapOf } from '#shared/domain/reports/heat-map.ts';
import { localDay, startOfDay } from '#shared/domain/reports/local-day.ts';
import { changesIn, inForce, type NotedChange, redefinitions } from '#shared/domain/reports/noted-change.ts';
import {
  COMPARISONS,
  type Comparison,
  comparedPeriod,
  daysOf,
  PERIOD_DAYS,
  type Period,
  type PeriodProblem,
  readPeriod,
} from '#shared/domain/reports/period.ts';
import { SummedDays } from '#shared/domain/reports/summed-days.ts';
import type { Tally } from '#shared/domain/reports/tally.ts';
import { type Trend, trendOf, weeklyFigures } from '#shared/domain/reports/trend.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';

/** The measures of the first screen, in the order in which leadership asks. */
export const HEADLINES = [
  'received',
  'resolved',
  'resolution',
  'satisfiedMail',
] as const satisfies MeasureId[];
export type Headline = (typeof HEADLINES)[number];

/** Cases that were opened earlier are not among the open ones. */
const BACKLOG_DAYS = 400;

/** The figures of a period, and of the one with which it is compared. */
export interface PeriodFigures {
  readonly period: Period;
  readonly figures: Figures;
  /** All counters of the period, for the tables. */
  readonly counts: Tally;
  readonly comparison: Comparison;
  readonly compared?: {
    readonly period: Period;
    readonly figures: Figures;
    /** The claims that the data of the two periods carry. */
    readonly claims: Readonly<Record<MeasureId, Claim>>;
  };
  /** The changes that staff noted, of the weeks of the trends. */
  readonly changes: readonly NotedChange[];
  /** The headlines week by week, until the last day of the period. */
  readonly trends: readonly Trend[];
  /** Resolutions in time by department; null when they cannot be compared. */
  readonly funnel: Funnel | null;
  /** The open cases at the end of the period, with the age of the oldest in days. */
  readonly backlog: Backlog & { readonly oldestAge: number | null };
  readonly heatMap: HeatMap;
  /** Days of the period on which no event was counted. */
  readonly uncounted: readonly string[];
  /** The fields as they were typed, and the first that cannot be read. */
  readonly typed: { readonly from: string; readonly to: string };
  readonly problem?: PeriodProblem;
}

export interface FiguresQuery {
  readonly days?: string;
  readonly from?: string;
  readonly to?: string;
  readonly compare?: string;
}

function uncountedIn(period: Period, summed: SummedDays): readonly string[] {
  const counted = new Set(summed.within(period).map(({ day }) => day));
  return daysOf(period).filter((day) => !counted.has(day));
}

/** Return the working time of the centre in a period, in ms. */
const workingMs = ({ from, to }: Period, calendar: CompiledCalendar): number =>
  elapsed(calendar, startOfDay(from), startOfDay(daysBefore(to, -1)));

/** Where the days of a comparison are: the last one may not have ended. */
export interface Place {
  readonly today: string;
  readonly calendar: CompiledCalendar;
}

/** Return one side of a comparison. */
export const comparedSide = (
  period: Period,
  summed: SummedDays,
  { today, calendar }: Place,
  figures: Figures = figuresFrom(summed.tally(period)),
): ComparedPeriod => ({
  ...{ period, figures, days: summed.within(period), workingMs: workingMs(period, calendar) },
  isOpen: (day) => elapsed(calendar, startOfDay(day), startOfDay(daysBefore(day, -1))) > 0,
  isRunning: period.to === today,
});

const daysBefore = (day: string, count: number): string => formatDate(parseDate(day) - count);

/** Return the cases that are open at the end of a period. Its own days are summed already. */
function backlogUntil(period: Period, summed: SummedDays, counts: Tally): Backlog {
  const from = daysBefore(period.to, BACKLOG_DAYS);
  const since = firstArrival(summed.within({ from, to: period.to }));
  // The days of a longer period that are too early must not count.
  const parts =
    period.from < from
      ? [summed.tally({ from, to: period.to })]
      : [summed.tally({ from, to: daysBefore(period.from, 1) }), counts];
  return backlogFrom(parts, { since, today: period.to });
}

/** Return the departments in the limits of chance, by their resolutions in time. */
const funnelOfDepartments = ({ departments }: Figures): Funnel | null =>
  funnelOf(
    departments.flatMap(({ department, resolutionKept: kept }) =>
      kept === null ? [] : [{ name: department, n: kept.n, share: kept.share }],
    ),
  );

/** Return the number of days when a period is one of the offered ones. */
export const offeredDays = ({ from, to }: Period, today: string): number | undefined =>
  to === today ? PERIOD_DAYS.find((days) => days === daysOf({ from, to }).length) : undefined;

/**
 * Read the figures of the asked period and of the one it is compared with. A period that cannot be read is named, and
 * the usual one is shown.
 */
export async function readFigures(
  store: Pick<FigureStore, 'range' | 'changes'>,
  { now, calendar }: { readonly now: number; readonly calendar: CompiledCalendar },
  query: FiguresQuery,
): Promise<PeriodFigures> {
  const today = localDay(now);
  const comparison = COMPARISONS.find((how) => how === query.compare) ?? 'before';
  const read = readPeriod(query, today);
  const period = 'problem' in read ? (readPeriod({}, today) as Period) : read;
  const before = comparedPeriod(period, comparison);
  const first = [period.from, daysBefore(period.to, BACKLOG_DAYS), before?.from ?? period.from].sort()[0];
  const [days, noted] = await Promise.all([store.range(first ?? period.from, period.to), store.changes()]);
  const changes = inForce(noted);
  // A day that has not ended would look like a fall.
  const lastWeek = period.to < today ? period.to : daysBefore(today, 1);
  const summed = new SummedDays(days);
  const weeks = weeklyFigures(summed, lastWeek);
  const counts = summed.tally(period);
  const figures = figuresFrom(counts);
  const backlog = backlogUntil(period, summed, counts);
  const place = { today, calendar };
  const earlier = before && comparedSide(before, summed, place);
  const compared = earlier && {
    ...{ period: earlier.period, figures: earlier.figures },
    claims: claimsOf(comparedSide(period, summed, place, figures), earlier, {
      redefined: redefinitions(changes),
      trendOf: (measure) => trendOf(measure, weeks),
    }),
  };
  return {
    ...{ period, figures, comparison, counts },
    changes: changesIn({ from: weeks[0]?.period.from ?? period.from, to: period.to }, changes),
    trends: HEADLINES.map((measure) => trendOf(measure, weeks)),
    funnel: funnelOfDepartments(figures),
    backlog: {
      ...backlog,
      oldestAge: backlog.oldest === null ? null : parseDate(period.to) - parseDate(backlog.oldest),
    },
    heatMap: heatMapOf(summed.within(period)),
    uncounted: uncountedIn(period, summed),
    ...(compared && { compared }),
    ...('problem' in read
      ? { typed: { from: query.from ?? '', to: query.to ?? '' }, problem: read }
      : { typed: period }),
  };
}
