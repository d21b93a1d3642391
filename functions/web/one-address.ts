import { Hono } from 'hono';
import { type CallsAppDeps, callsApp } from './calls/calls-app.ts';
import type { ConsoleDeps } from './cases/cases-deps.ts';
import { consoleApp } from './console-app.ts';
import { type FiguresAppDeps, figuresApp } from './figures/figures-app.ts';
import { outreachApp } from './outreach/outreach-app.ts';
import { type Site, type SitePath, siteAmong } from './paths.ts';
import { peopleApp } from './people-app.ts';
import { surveyApp } from './public/survey-app.ts';
import { type SettingsAppDeps, settingsApp } from './settings/settings-app.ts';

/** What all sites together need from outside. */
export type SitesDeps = ConsoleDeps & SettingsAppDeps & FiguresAppDeps & CallsAppDeps;

/** The app of every site; on AWS each runs in a function of its own. */
export const sitesOf = (deps: SitesDeps): Readonly<Record<Site, Hono>> => ({
  console: consoleApp(deps),
  people: peopleApp(deps),
  outreach: outreachApp(deps),
  calls: callsApp(deps),
  settings: settingsApp(deps),
  figures: figuresApp(deps),
  survey: surveyApp(deps),
});

/** Sites behind one address, each at its paths, as API Gateway shares them out. */
export function oneAddress<S extends string>(
  paths: Readonly<Record<S, readonly SitePath[]>>,
  sites: Readonly<Record<S, Hono>>,
): Hono {
  return new Hono().all('*', (c) => {
    const site = siteAmong(paths, c.req.path);
    return site === undefined ? c.notFound() : sites[site].fetch(c.req.raw, c.env);
  });
}
