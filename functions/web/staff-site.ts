import { Hono } from 'hono';
import { consoleApp } from './console.ts';
import type { ConsoleDeps } from './console-deps.ts';
import { type SettingsAppDeps, settingsApp } from './settings-app.ts';

/** Console and settings as one site, as on one computer; on AWS each is a function of its own. */
export function staffSite(deps: ConsoleDeps & SettingsAppDeps): Hono {
  const site = new Hono();
  const settings = settingsApp(deps);
  const console = consoleApp(deps);
  for (const path of ['/settings', '/settings/*']) site.all(path, (c) => settings.fetch(c.req.raw, c.env));
  return site.all('*', (c) => console.fetch(c.req.raw, c.env));
}
