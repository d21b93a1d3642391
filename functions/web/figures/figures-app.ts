import type { Context, Hono } from 'hono';
import { download } from '../shell/http/download.ts';
import { shellOf } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { behindRoutes } from './behind-routes.ts';
import { changesRoutes } from './changes/changes-routes.ts';
import { evidencePage } from './evidence/evidence-page.ts';
import { evidenceWorkbook } from './evidence/evidence-sheet.ts';
import type { FiguresAppDeps } from './figures-deps.ts';
import { figuresCsv, figuresJson, figuresWorkbook, tableWorkbook } from './figures-file.ts';
import { figuresPage } from './figures-page.ts';
import { FILE_FORMS, type FileForm } from './file-address.ts';
import { type PeriodFigures, readFigures } from './read-figures.ts';
import { reportRoutes } from './report/report-routes.ts';
import { surveyBalancePage } from './survey-balance-page.ts';
import { tablesFor } from './tables-for.ts';

/** A program asks for JSON by the header `Accept`, a person by the address. */
function formOf(c: Context): FileForm | undefined {
  const as = FILE_FORMS.find((form) => form === c.req.query('as'));
  const accepts = c.req.header('accept') ?? '';
  return as ?? (/^application\/json\b/u.test(accepts) ? 'json' : undefined);
}

async function answer(c: Context, form: FileForm, given: PeriodFigures, view: View): Promise<Response> {
  const tables = tablesFor(view);
  const asked = c.req.query('table');
  const table = tables.find(({ id }) => id === asked);
  if (asked !== undefined && table === undefined) return c.notFound();
  if (form === 'json') return c.json(figuresJson(given, table ? [table] : tables, view));
  const { from, to } = given.period;
  const name = ['figures', ...(table ? [table.id] : []), from, to].join('-');
  const workbook = () => (table ? tableWorkbook(given, table, view) : figuresWorkbook(given, tables, view));
  const bytes = form === 'csv' ? await figuresCsv(given, table, view) : await workbook();
  return download(bytes, `${name}.${form}`);
}

/**
 * Return the figures at `/figures`: of any period as a page, with `as=csv` or `as=xlsx` as a file, and with `as=json`
 * for programs. `table` selects one table. `/figures/behind` has the cases behind a number, `/figures/report` the
 * report of a period, `/figures/evidence` the evidence by the axes of the Digital Government Authority,
 * `/figures/surveys` the balance of surveys, and `/figures/changes` the changes of the work with the numbers before and
 * after each. The other links of the frame lead to the console.
 */
export function figuresApp(deps: FiguresAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);
  app.get('/figures', async (c) => {
    const view = await viewOf(c);
    const form = formOf(c);
    const given = await readFigures(
      deps.figures,
      { now: view.now, calendar: view.rules.desk.calendar },
      c.req.query(),
    );
    if (given.problem)
      return form === 'json'
        ? c.json({ problem: given.problem }, 400)
        : c.html(figuresPage(view, given), 400);
    return form === undefined ? c.html(figuresPage(view, given)) : answer(c, form, given, view);
  });
  app.get('/figures/evidence', async (c) => {
    const view = await viewOf(c);
    const { calendar } = view.rules.desk;
    const query = { ...c.req.query(), compare: 'none' };
    const given = await readFigures(deps.figures, { now: view.now, calendar }, query);
    if (given.problem) return c.html(evidencePage(view, given), 400);
    const { from, to } = given.period;
    return c.req.query('as') === 'xlsx'
      ? download(await evidenceWorkbook(given, view), `evidence-${from}-${to}.xlsx`)
      : c.html(evidencePage(view, given));
  });
  app.route('/', behindRoutes(deps, viewOf));
  app.get('/figures/surveys', async (c) => {
    const { page, isRead } = await surveyBalancePage(deps.figures, await viewOf(c), c.req.query());
    return c.html(page, isRead ? 200 : 400);
  });
  app.route('/', changesRoutes(deps, viewOf));
  app.route('/', reportRoutes(deps, viewOf));
  return app;
}
