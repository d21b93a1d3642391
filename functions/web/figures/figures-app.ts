import type { Hono } from 'hono';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import { download } from '../shell/http/download.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { figuresFile } from './figures-file.ts';
import { figuresPage } from './figures-page.ts';
import { readFigures } from './read-figures.ts';
import { reportPage } from './report/report-page.ts';

/** Dependencies of the figures. */
export interface FiguresAppDeps extends ShellDeps {
  readonly figures: FigureStore;
}

/**
 * Return the figures at `/figures`, of any period and as a file with `as=csv`, and their report. The other links of the
 * frame lead to the console.
 */
export function figuresApp(deps: FiguresAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);
  app.get('/figures', async (c) => {
    const view = await viewOf(c);
    const given = await readFigures(
      deps.figures,
      { now: view.now, calendar: view.rules.desk.calendar },
      c.req.query(),
    );
    if (given.problem) return c.html(figuresPage(view, given), 400);
    if (c.req.query('as') !== 'csv') return c.html(figuresPage(view, given));
    const { from, to } = given.period;
    return download(figuresFile(given, view), `figures-${from}-${to}.csv`);
  });
  app.get('/figures/report', async (c) => {
    const view = await viewOf(c);
    const { calendar } = view.rules.desk;
    const given = await readFigures(deps.figures, { now: view.now, calendar }, c.req.query());
    return c.html(reportPage(view, given), given.problem ? 400 : 200);
  });
  return app;
}
