import {
  type AlsoChanged,
  type Around,
  alsoChanged,
  aroundDay,
  type DepartmentEffect,
  departmentEffects,
  WEEKS_AROUND,
} from '#shared/domain/reports/before-after.ts';
import { MEASURE_IDS, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { type Claim, claimsOf } from '#shared/domain/reports/claims.ts';
import type { Figures } from '#shared/domain/reports/figures-of.ts';
import { inForce, type NotedChange, redefinitions } from '#shared/domain/reports/noted-change.ts';
import { SummedDays } from '#shared/domain/reports/summed-days.ts';
import { type Trend, trendOf, trendStart, weeklyFigures } from '#shared/domain/reports/trend.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import { comparedSide, type Place } from '../read-figures.ts';

/** The measures that are compared when none are chosen. */
const USUAL = [
  ...(['received', 'resolved', 'firstResponse', 'resolution', 'median'] as const),
  ...(['confirmedShare', 'reopened', 'satisfiedMail', 'satisfiedPhone'] as const),
] as const satisfies readonly MeasureId[];
const USUAL_WEEKS = 4;
/** Charts that are drawn at once. */
const MOST_TRENDS = 6;

export interface AskedAround {
  readonly weeks: number;
  readonly measures: readonly MeasureId[];
}

/** Read the choice of an address. A length or a measure that it does not name, or names wrongly, is as usual. */
export function readAround(weeks: string | undefined, asked: readonly string[]): AskedAround {
  const chosen = MEASURE_IDS.filter((id) => asked.includes(id));
  return {
    weeks: WEEKS_AROUND.find((one) => String(one) === weeks) ?? USUAL_WEEKS,
    measures: chosen.length > 0 ? chosen : USUAL,
  };
}

/** The numbers before and after a change. */
export interface BeforeAfter {
  readonly around: Around;
  readonly before: Figures;
  readonly after: Figures;
  readonly claims: Readonly<Record<MeasureId, Claim>>;
  readonly also: AlsoChanged;
  /** Where the change was, and elsewhere; empty when it concerns the whole centre. */
  readonly departments: readonly DepartmentEffect[];
  readonly trends: readonly Trend[];
}

/** Read the numbers before and after a change; null before a whole week has passed since its day. */
export async function readBeforeAfter(
  figures: Pick<FigureStore, 'range'>,
  change: NotedChange,
  { weeks, measures }: AskedAround,
  { changes, ...place }: Place & { readonly changes: readonly NotedChange[] },
): Promise<BeforeAfter | null> {
  const around = aroundDay(change.day, weeks, place.today);
  if (around === null) return null;
  const { to } = around.after;
  const first = [around.before.from, trendStart(to)].sort()[0] ?? around.before.from;
  const days = await figures.range(first, to);
  const summed = new SummedDays(days);
  const before = comparedSide(around.before, summed, place);
  const after = comparedSide(around.after, summed, place);
  const active = inForce(changes);
  const week = weeklyFigures(summed, to);
  return {
    ...{ around, before: before.figures, after: after.figures },
    claims: claimsOf(after, before, {
      redefined: redefinitions(active),
      trendOf: (id) => trendOf(id, week),
    }),
    also: alsoChanged(change, { before, after }, active),
    departments:
      change.department === undefined
        ? []
        : departmentEffects(change.department, { before: before.figures, after: after.figures }),
    trends: measures.slice(0, MOST_TRENDS).map((id) => trendOf(id, week)),
  };
}
