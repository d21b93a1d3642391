import { Hono } from 'hono';
import type { PageFunctionName } from '#shared/runtime/function-name.ts';
import type { CallsAppDeps } from './calls/calls-app.ts';
import { callsFunction } from './calls.function.ts';
import type { ConsoleDeps } from './cases/cases-deps.ts';
import { consoleFunction } from './console.function.ts';
import type { DepartmentsDeps } from './departments/departments-deps.ts';
import { departmentsFunction } from './departments.function.ts';
import type { FiguresAppDeps } from './figures/figures-deps.ts';
import { figuresFunction } from './figures.function.ts';
import type { InvestorsDeps } from './investors/investors-app.ts';
import { investorsFunction } from './investors.function.ts';
import { outreachFunction } from './outreach.function.ts';
import { type Site, type SitePath, siteAmong } from './paths.ts';
import { peopleFunction } from './people.function.ts';
import type { PeopleAppDeps } from './people-app.ts';
import type { SurveyDeps } from './public/survey-deps.ts';
import { qualityFunction } from './quality.function.ts';
import type { SettingsAppDeps } from './settings/settings-app.ts';
import { settingsFunction } from './settings.function.ts';
import { surveyFunction } from './survey.function.ts';

/** Dependencies of all sites together. */
export type SitesDeps = ConsoleDeps &
  SettingsAppDeps &
  FiguresAppDeps &
  CallsAppDeps &
  PeopleAppDeps &
  DepartmentsDeps &
  InvestorsDeps &
  SurveyDeps;

/** The function of each site. On AWS each is a Lambda function. */
const siteFunctions = {
  calls: callsFunction,
  console: consoleFunction,
  departments: departmentsFunction,
  figures: figuresFunction,
  investors: investorsFunction,
  outreach: outreachFunction,
  people: peopleFunction,
  quality: qualityFunction,
  settings: settingsFunction,
  survey: surveyFunction,
} satisfies { readonly [S in Site]: { readonly name: `web/${S}` } };

/** The handlers of a function for what its pages report. */
type Reports = Pick<SitesDeps, 'onError' | 'onRefused'>;

/** Create the app of each site in one process. `reportsOf` returns the handlers of a function. */
export function sitesOf(
  deps: SitesDeps,
  reportsOf: (name: PageFunctionName) => Reports = () => deps,
): Readonly<Record<Site, Hono>> {
  const sites = Object.entries(siteFunctions).map(([site, { name, pages }]) => {
    const { onError, onRefused } = reportsOf(name);
    return [site, pages({ ...deps, onError, onRefused })] as const;
  });
  return Object.fromEntries(sites) as Record<Site, Hono>;
}

/** Serve several sites at one address, each at its paths, as API Gateway does. */
export function oneAddress<S extends string>(
  paths: Readonly<Record<S, readonly SitePath[]>>,
  sites: Readonly<Record<S, Hono>>,
): Hono {
  return new Hono().all('*', (c) => {
    const site = siteAmong(paths, c.req.path);
    return site === undefined ? c.notFound() : sites[site].fetch(c.req.raw, c.env);
  });
}
