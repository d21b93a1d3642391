import { Hono } from 'hono';
import { CALLS_PATHS, type CallsAppDeps, callsApp } from './calls/calls-app.ts';
import { consoleApp } from './cases/cases-app.ts';
import type { ConsoleDeps } from './cases/cases-deps.ts';
import { type FiguresAppDeps, figuresApp } from './figures/figures-app.ts';
import { OUTREACH_PATHS, outreachApp } from './outreach/outreach-app.ts';
import { PEOPLE_PATHS, peopleApp } from './people/people-app.ts';
import { type SettingsAppDeps, settingsApp } from './settings/settings-app.ts';

type Part = readonly [paths: readonly string[], pages: Hono];

/** Parts of a site, each at its paths, and what has everything else. */
function together(parts: readonly Part[], rest: Hono): Hono {
  const site = new Hono();
  for (const [paths, pages] of parts)
    for (const path of paths) site.all(path, (c) => pages.fetch(c.req.raw, c.env));
  return site.all('*', (c) => rest.fetch(c.req.raw, c.env));
}

/** The console with the pages about people and the figures, one site. */
export const deskSite = (deps: ConsoleDeps & FiguresAppDeps & CallsAppDeps): Hono =>
  together(
    [
      [PEOPLE_PATHS, peopleApp(deps)],
      [CALLS_PATHS, callsApp(deps)],
      [OUTREACH_PATHS, outreachApp(deps)],
      [['/figures'], figuresApp(deps)],
    ],
    consoleApp(deps),
  );

/** All pages of staff as one site, as on one computer; on AWS each part is a function of its own. */
export const staffSite = (deps: ConsoleDeps & SettingsAppDeps & FiguresAppDeps & CallsAppDeps): Hono =>
  together([[['/settings', '/settings/*'], settingsApp(deps)]], deskSite(deps));
