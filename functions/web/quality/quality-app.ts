import type { Hono } from 'hono';
import { shellOf } from '../shell/shell.ts';
import { addCheckRoutes } from './check-routes.ts';
import type { QualityDeps } from './quality-deps.ts';
import { qualityPage } from './quality-page.ts';
import { addRecoveryRoutes } from './recovery-routes.ts';

/** Tasks of a kind that the first page shows. The list of work has all that wait. */
const SHOWN = 100;
/** Checks of some weeks, from which their results are computed. */
const CHECKS = 500;

/** Return the pages about quality: dissatisfied people, and the checks of closed cases and conversations. */
export function qualityApp(deps: QualityDeps): Hono {
  const shell = shellOf(deps);
  const { app, viewOf } = shell;
  app.get('/quality', async (c) => {
    const view = await viewOf(c);
    const { store } = deps;
    const [recoveries, closures, conversations] = await Promise.all([
      store.tasksOf('recovery', { limit: SHOWN }),
      store.tasksOf('closure-audit', { limit: CHECKS }),
      store.tasksOf('conversation-review', { limit: CHECKS }),
    ]);
    return c.html(
      qualityPage(view, {
        recoveries: recoveries.items,
        checks: { 'closure-audit': closures.items, 'conversation-review': conversations.items },
      }),
    );
  });
  addRecoveryRoutes(shell, deps);
  addCheckRoutes(shell, deps);
  return app;
}
