import { type Context, Hono } from 'hono';
import { csvPieces } from '#shared/adapters/csv/write-csv.ts';
import { workbookPieces } from '#shared/adapters/sheets/write-workbook.ts';
import { type BehindCursor, behind } from '#shared/application/reports/behind.ts';
import { MEASURES } from '#shared/domain/reports/counter-name.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { type Period, readPeriod } from '#shared/domain/reports/period.ts';
import type { RowRange, Selection } from '#shared/domain/reports/selection.ts';
import { WEEKDAYS } from '#shared/domain/sla/calendar.ts';
import { can } from '../shell/access.ts';
import { downloadStream } from '../shell/http/download.ts';
import type { View } from '../shell/view.ts';
import { behindPage } from './behind-page.ts';
import { behindSheet } from './behind-sheet.ts';
import type { FiguresAppDeps } from './figures-deps.ts';

/** More counters than any number has. */
const MOST_COUNTERS = 8;
const LONGEST = 200;

/** Counters of answers have no list, so that no person can be identified. */
const ANSWERS =
  /^(score|score-in|finished|ease|dissatisfied-because|call-answer|confirmation|answer-beside|late-answer)$/u;
/** Counters that are sums of minutes or seconds do not count cases. */
const SUMS = /-(minutes|seconds)$|^speed-after$/u;
const PERSONAL = /^(worked-by|answered-by)$/u;

/** Check whether a list of reviewed conversations has all of them, so that no mark of a colleague shows. */
const tellsNoMark = ([first = '', second = '', ...more]: readonly string[]): boolean =>
  more.length === 0 && first.endsWith('|yes') && second === first.replace(/yes$/u, 'no');

/** Read the counters of an address; undefined when one is unknown, overlaps another or may not be listed. */
function selectionOf(c: Context, view: View): Selection | undefined {
  const asked = c.req.queries('of') ?? [];
  if (asked.length === 0 || asked.length > MOST_COUNTERS) return undefined;
  const isKnown = (one: string): boolean => {
    const [measure = ''] = one.split('|', 1);
    if (one.length > LONGEST || !Object.hasOwn(MEASURES, measure) || ANSWERS.test(measure)) return false;
    if (SUMS.test(measure)) return false;
    if (measure === 'conversation') return can(view, 'quality.check') || tellsNoMark(asked);
    return !PERSONAL.test(measure) || can(view, 'cases.supervise');
  };
  const overlaps = asked.some((one, at) =>
    asked.some((other, beside) => at !== beside && (one === other || one.startsWith(`${other}|`))),
  );
  return asked.every(isKnown) && !overlaps ? asked : undefined;
}

/** Read where the list continues. */
function cursorOf(c: Context): BehindCursor | undefined {
  const [day = '', skip = ''] = (c.req.query('after') ?? '').split('.');
  return /^\d{4}-\d\d-\d\d$/u.test(day) && /^\d{1,7}$/u.test(skip) ? { day, skip: Number(skip) } : undefined;
}

/** Read the rows of a single day that a file has. Without them it has all rows of its period. */
function rowsOf(c: Context, { from, to }: Period): RowRange | undefined {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/u.exec(c.req.query('rows') ?? '') ?? [];
  return from === to && start !== undefined ? { start: Number(start), end: Number(end) } : undefined;
}

/** Return the list of everything behind a number, page by page and as a file. */
export function behindRoutes(deps: FiguresAppDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const app = new Hono();
  app.get('/figures/behind', async (c) => {
    const view = await viewOf(c);
    const selection = selectionOf(c, view);
    const period = readPeriod(c.req.query(), localDay(view.now));
    if (selection === undefined || 'problem' in period) return c.notFound();
    const weekday = WEEKDAYS.find((one) => one === c.req.query('on'));
    const asked = { selection, period, ...(weekday && { weekday }) };
    const as = c.req.query('as');
    const page = await behind(deps, asked, cursorOf(c));
    const { mostFileRows: most = Number.POSITIVE_INFINITY } = deps;
    const shown = { ...asked, ...page, isFirst: cursorOf(c) === undefined, mostRows: most };
    const rows = rowsOf(c, period);
    const isTooLong = rows ? rows.end - rows.start > most : page.number > most;
    if ((as === 'csv' || as === 'xlsx') && isTooLong) return c.html(behindPage(view, shown), 413);
    if (as === 'csv' || as === 'xlsx') {
      const sheet = behindSheet(deps, { ...asked, ...(rows && { rows }) }, view);
      const pieces =
        as === 'csv' ? csvPieces(sheet) : workbookPieces([sheet], { isRtl: view.language === 'ar' });
      const part = rows ? `-${rows.start + 1}` : '';
      return downloadStream(pieces, `cases-${period.from}-${period.to}${part}.${as}`);
    }
    return c.html(behindPage(view, shown));
  });
  return app;
}
