import { Hono } from 'hono';
import { consoleApp } from './console.ts';
import type { ConsoleDeps } from './console-deps.ts';
import { PEOPLE_PATHS, peopleApp } from './people-app.ts';
import { type SettingsAppDeps, settingsApp } from './settings-app.ts';

/** The console with the pages about people, one site. */
export function deskSite(deps: ConsoleDeps): Hono {
  const site = new Hono();
  const [people, desk] = [peopleApp(deps), consoleApp(deps)];
  for (const path of PEOPLE_PATHS) site.all(path, (c) => people.fetch(c.req.raw, c.env));
  return site.all('*', (c) => desk.fetch(c.req.raw, c.env));
}

/** All pages of staff as one site, as on one computer; on AWS each part is a function of its own. */
export function staffSite(deps: ConsoleDeps & SettingsAppDeps): Hono {
  const site = new Hono();
  const [settings, desk] = [settingsApp(deps), deskSite(deps)];
  for (const path of ['/settings', '/settings/*']) site.all(path, (c) => settings.fetch(c.req.raw, c.env));
  return site.all('*', (c) => desk.fetch(c.req.raw, c.env));
}
