import type { Hono } from 'hono';
import { shellOf } from '../shell/shell.ts';
import type { QualityDeps } from './quality-deps.ts';
import { qualityPage } from './quality-page.ts';
import { addRecoveryRoutes } from './recovery-routes.ts';

/** Tasks of a kind that the first page shows. The list of work has all that wait. */
const SHOWN = 100;

/** Return the pages about quality: the recovery of dissatisfied people. */
export function qualityApp(deps: QualityDeps): Hono {
  const shell = shellOf(deps);
  const { app, viewOf } = shell;
  app.get('/quality', async (c) => {
    const view = await viewOf(c);
    const { items: recoveries } = await deps.store.tasksOf('recovery', { limit: SHOWN });
    return c.html(qualityPage(view, { recoveries }));
  });
  addRecoveryRoutes(shell, deps);
  return app;
}
