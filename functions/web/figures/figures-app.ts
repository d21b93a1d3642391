import type { Hono } from 'hono';
import type { FigureStore } from '#shared/ports/figures.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { figuresPage } from './figures-page.ts';
import { readFigures } from './read-figures.ts';

/** What the figures need from outside. */
export interface FiguresAppDeps extends ShellDeps {
  readonly figures: FigureStore;
}

/** The figures, at `/figures` of the console's address; the frame's other links lead to the console. */
export function figuresApp(deps: FiguresAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);
  app.get('/figures', async (c) => {
    const view = await viewOf(c);
    return c.html(figuresPage(view, await readFigures(deps.figures, view.now, c.req.query('days'))));
  });
  return app;
}
