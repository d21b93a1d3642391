import type { Hono } from 'hono';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { figuresPage } from './figures-page.ts';
import { readFigures } from './read-figures.ts';

/** Dependencies of the figures. */
export interface FiguresAppDeps extends ShellDeps {
  readonly figures: FigureStore;
}

/** Return the figures at `/figures`. The other links of the frame lead to the console. */
export function figuresApp(deps: FiguresAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);
  app.get('/figures', async (c) => {
    const view = await viewOf(c);
    return c.html(figuresPage(view, await readFigures(deps.figures, view.now, c.req.query('days'))));
  });
  return app;
}
