import { Hono } from 'hono';
import { casePages } from './cases/case-pages.ts';
import type { ConsoleDeps } from './cases/cases-deps.ts';
import { assets } from './design/assets.ts';
import { WORKSPACE_PATH } from './paths.ts';
import { homeOf } from './shell/access.ts';
import { draftRoutes } from './shell/drafts.ts';
import { chooseLanguage } from './shell/http/language-choice.ts';
import { FILE_LIMITS } from './shell/http/sent-form.ts';
import { shellOf } from './shell/shell.ts';
import { workspaceRoutes } from './workspace/workspace-routes.ts';

/**
 * Return the console: the pages of cases, the shared assets, and the sign-out. Pages work without script.
 * Every change is a POST of a form of the page and is answered by a redirect.
 */
export function consoleApp(deps: ConsoleDeps): Hono {
  const open = new Hono().route('/', assets).get('/language/:language', chooseLanguage);
  if (deps.workspace !== undefined) open.route('/', workspaceRoutes(WORKSPACE_PATH, deps.workspace));
  const { app, viewOf } = shellOf(deps, { open, formLimits: () => FILE_LIMITS });
  app.post('/sign-out', (c) => deps.signIn.end(c));
  app.get('/', (c) => c.redirect(homeOf(c.get('agent'))));
  app.route(
    '/drafts',
    draftRoutes(deps, async (c, place) => {
      const { agent, language } = await viewOf(c);
      return { owner: { place, user: agent.user }, language };
    }),
  );
  app.route('/', casePages(deps, viewOf));
  return app;
}
