import { Hono } from 'hono';
import { casePages } from './cases/case-pages.ts';
import type { ConsoleDeps } from './cases/cases-deps.ts';
import { WORKSPACE_PATH } from './paths.ts';
import { assets } from './shell/assets.ts';
import { chooseLanguage } from './shell/http/language.ts';
import { shellOf } from './shell/shell.ts';
import { workspaceRoutes } from './workspace/routes.ts';

/**
 * The console: the pages of cases, what every page of staff loads, and the way out. Pages work without script;
 * every change is a POST of the page's own form, answered by a redirect.
 */
export function consoleApp(deps: ConsoleDeps): Hono {
  const open = new Hono().route('/', assets).get('/language/:language', chooseLanguage);
  if (deps.workspace !== undefined) open.route('/', workspaceRoutes(WORKSPACE_PATH, deps.workspace));
  const { app, viewOf } = shellOf(deps, open);
  app.post('/sign-out', (c) => deps.signIn.end(c));
  app.get('/', (c) => c.redirect('/cases'));
  app.route('/', casePages(deps, viewOf));
  return app;
}
