import { openLongerThan } from '#shared/domain/reports/backlog.ts';
import { ofResolutionKept } from '#shared/domain/reports/behind-department.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import type { MeasureValue } from '#shared/domain/reports/measure-entry.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import type { ReportKind } from '#shared/domain/reports/report-schedule.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Trend } from '#shared/domain/reports/trend.ts';
import { formatDay, formatInstant } from '#shared/domain/text/format-instant.ts';
import { departmentName, type View } from '../../shell/view.ts';
import { behindAddress } from '../behind-link.ts';
import { REPORT_CHART, reportChart } from '../charts/report-chart.ts';
import { claimSentence, verdictText } from '../claim-text.ts';
import { figuresText } from '../figures-text.ts';
import { firstScreenText } from '../first-screen-text.ts';
import { HEADLINES, type Headline, type PeriodFigures } from '../read-figures.ts';
import { percent, sizeText } from '../share-text.ts';
import { isNothing, numberText } from '../value-text.ts';
import { daysText, isEmpty, numberNotes, periodText } from './period-text.ts';
import type { Report, ReportPicture, ReportTable } from './report.ts';
import { reportText } from './report-text.ts';

/** The language, the names of departments, and when the report is made. */
export type ReportView = Pick<View, 'language' | 'rules' | 'now'>;

/** A failed mail to a recipient of this report. */
export interface FailedRecipient {
  readonly address: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface ReportOptions {
  /** Missing when somebody asked for a period. */
  readonly kind?: ReportKind;
  readonly failed?: readonly FailedRecipient[];
}

const MAIN: readonly MeasureId[] = [
  ...HEADLINES.slice(0, 2),
  ...(['firstResponse', 'resolution', 'confirmedShare', 'satisfiedMail'] as const),
];

/** The measures that are drawn. */
const DRAWN: readonly Headline[] = ['received', 'resolution', 'satisfiedMail'];
/** The page of the figures has all of them; a mail has at most 100 KB, so that clients show it whole. */
const MOST_DEPARTMENTS = 12;
const MOST_CHANGES = 15;

/** Write the value of a measure with its interval and number. */
function valueText(value: MeasureValue, id: MeasureId, view: ReportView): string {
  if (value === null) return '–';
  if (typeof value === 'number') return numberText(value, CATALOGUE[id].unit, view);
  const { share, low, high, n } = value;
  const significance = significanceOf(n);
  if (significance === 'hidden') return '–';
  const few = significance === 'few' ? '*' : '';
  const comma = view.language === 'ar' ? '،' : ',';
  return `${percent(share)}${few} (${percent(low)}–${percent(high)}${comma} ${sizeText(n, view.language)})`;
}

const shareOnly = (value: MeasureValue): string =>
  value === null || typeof value === 'number' || significanceOf(value.n) === 'hidden'
    ? '–'
    : `${percent(value.share)}${significanceOf(value.n) === 'few' ? '*' : ''}`;

/** Return the path of the cases behind a number; undefined when it is empty or has no list. */
const pathOf = (selection: Selection | undefined, period: Period, isEmpty: boolean): string | undefined =>
  selection === undefined || isEmpty ? undefined : behindAddress(selection, period);

function tiles({ figures, compared, period }: PeriodFigures, view: ReportView): ReportTable {
  const { language } = view;
  const w = reportText[language];
  return {
    title: w.main,
    columns: [w.measure, w.value, ...(compared ? [w.verdict] : [])],
    rows: MAIN.map((id) => [
      CATALOGUE[id].name[language],
      valueText(CATALOGUE[id].of(figures), id, view),
      ...(compared ? [verdictText(compared.claims[id], language)] : []),
    ]),
    paths: MAIN.map((id) => [
      undefined,
      pathOf(CATALOGUE[id].behind, period, isNothing(CATALOGUE[id].of(figures))),
    ]),
  };
}

const trendsOf = ({ trends }: PeriodFigures): readonly Trend[] =>
  DRAWN.flatMap((measure) => trends.find((trend) => trend.measure === measure) ?? []).filter(({ points }) =>
    points.some(({ value }) => value !== null),
  );

/** A picture of fewer weeks would be nearly empty. The table of weeks has them. */
const LEAST_WEEKS = 3;

function pictures(given: PeriodFigures, view: ReportView): readonly ReportPicture[] {
  const { language } = view;
  const w = firstScreenText[language];
  const drawn = trendsOf(given).filter(
    ({ points }) => points.filter(({ value }) => value !== null).length >= LEAST_WEEKS,
  );
  return drawn.map((trend) => {
    const { unit } = CATALOGUE[trend.measure];
    const text = (value: number): string =>
      numberText(unit === 'count' ? Math.round(value) : value, unit, view);
    const newest = trend.points.at(-1)?.value ?? null;
    const last = newest === null ? '' : `${text(newest)}. `;
    const title = `${w.titles[trend.measure as Headline]}: ${w.weekly}`;
    const since =
      trend.since === undefined
        ? ''
        : ` ${w.sinceDay(`\u2066${trend.since.day}\u2069`)}: ${w.rules[trend.since.rule]}`;
    const sentence = `${title}. ${last}${w.says[trend.says]}${since}.`;
    return {
      ...{ name: trend.measure, ...REPORT_CHART, sentence },
      svg: String(
        reportChart(trend, {
          ...{ isRtl: language === 'ar', title, sentence, text },
          days: given.changes.map(({ day }) => day),
        }),
      ),
    };
  });
}

function weeks(given: PeriodFigures, view: ReportView): ReportTable {
  const w = reportText[view.language];
  const drawn = trendsOf(given);
  // The weeks before the first counted one have nothing to show.
  const points = (drawn[0]?.points ?? [])
    .map(({ period }, at) => ({ period, values: drawn.map((trend) => trend.points[at]?.value ?? null) }))
    .filter(({ values }) => values.some((value) => value !== null));
  const measures = drawn.map(({ measure }) => measure);
  return {
    title: w.weeks,
    columns: [
      w.weekUntil,
      ...drawn.map(({ measure }) => firstScreenText[view.language].titles[measure as Headline]),
    ],
    rows: points.map(({ period, values }) => [
      period.to,
      ...measures.map((measure, at) => {
        const value = values[at] ?? null;
        return value === null ? '–' : numberText(value, CATALOGUE[measure].unit, view);
      }),
    ]),
    paths: points.map(({ period, values }) => [
      undefined,
      ...measures.map((measure, at) =>
        pathOf(CATALOGUE[measure].behind, period, isNothing(values[at] ?? null)),
      ),
    ]),
  };
}

function departments({ figures, funnel, period }: PeriodFigures, view: ReportView): ReportTable {
  const w = figuresText[view.language];
  const listed = figures.departments.slice(0, MOST_DEPARTMENTS);
  const first = firstScreenText[view.language];
  return {
    title: w.departments,
    columns: [w.department, w.opened, w.resolved, w.resolvedInTime, first.position, w.topTwo],
    paths: listed.map(({ department, opened, resolved, resolutionKept }) => [
      ...[undefined, pathOf([`opened-in|${department}`], period, opened === 0)],
      pathOf([`resolved|${department}`], period, resolved === 0),
      pathOf(ofResolutionKept(department), period, isNothing(resolutionKept)),
    ]),
    rows: listed.map(({ department, opened, resolved, resolutionKept, topTwo }) => {
      const place = funnel?.points.find(({ name }) => name === department)?.place;
      return [
        ...[departmentName(view, department), String(opened), String(resolved), shareOnly(resolutionKept)],
        ...[place === undefined ? '–' : first[place], shareOnly(topTwo)],
      ];
    }),
  };
}

function late({ figures, backlog, period }: PeriodFigures, view: ReportView): ReportTable {
  const w = reportText[view.language];
  return {
    title: w.late,
    columns: [w.measure, w.count],
    // The open cases are those of the end of the period, of which there is no list later.
    paths: [[undefined, pathOf(CATALOGUE.breached.behind, period, figures.breached === 0)]],
    rows: [
      [w.breached, String(figures.breached)],
      [w.open, String(backlog.open)],
      [w.olderThan30, String(openLongerThan(backlog, 30))],
      [w.oldest, backlog.oldestAge === null ? '–' : String(backlog.oldestAge)],
    ],
  };
}

/** Return the sentences about the headlines, and about all other measures that changed. */
function sentencesOf({ compared, trends }: PeriodFigures, view: ReportView) {
  const claims = compared?.claims;
  if (claims === undefined) return { first: [], others: [] };
  const isHeadline = (id: MeasureId): boolean => (HEADLINES as readonly MeasureId[]).includes(id);
  const others = (Object.keys(claims) as MeasureId[]).filter((id) => {
    const { says } = claims[id];
    return !isHeadline(id) && (says === 'rose' || says === 'fell');
  });
  const said = (id: MeasureId): string =>
    claimSentence(
      id,
      claims[id],
      view,
      trends.find(({ measure }) => measure === id),
    );
  const shown = others.slice(0, MOST_CHANGES).map(said);
  const left = others.slice(MOST_CHANGES).length;
  return {
    first: HEADLINES.map(said),
    others: left > 0 ? [...shown, reportText[view.language].moreChanges(left)] : shown,
  };
}

function notes(given: PeriodFigures, view: ReportView, failed: readonly FailedRecipient[]) {
  const { language, now } = view;
  const { compared, figures } = given;
  const w = reportText[language];
  const left = figures.departments.slice(MOST_DEPARTMENTS).length;
  return [
    ...(compared ? [w.comparedWith(compared.period.from, compared.period.to)] : []),
    ...given.changes.map(({ day, name }) => w.noted(day, name[language])),
    ...(left > 0 ? [w.moreDepartments(left)] : []),
    ...numberNotes(given, language),
    ...failed.map(({ address, at }) => w.bounced(address, formatDay(at, language))),
    w.made(formatInstant(now, language)),
  ];
}

/** Make the report of a period in one language. Every number and claim in it is that of the figures. */
export function reportOf(
  given: PeriodFigures,
  view: ReportView,
  { kind, failed = [] }: ReportOptions = {},
): Report {
  const w = reportText[view.language];
  const { first, others } = sentencesOf(given, view);
  return {
    title: `${w.titles[kind ?? 'asked']}: ${daysText(given.period)}`,
    period: periodText(given.period, view.language),
    sentences: isEmpty(given) ? [w.noNumbers] : first,
    tiles: tiles(given, view),
    pictures: pictures(given, view),
    weeks: weeks(given, view),
    departments: departments(given, view),
    late: late(given, view),
    changesTitle: w.changes,
    changes: others.length === 0 ? [w.changesNone] : others,
    notesTitle: w.notes,
    notes: notes(given, view, failed),
  };
}
