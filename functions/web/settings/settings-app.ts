import type { Hono } from 'hono';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { settingsPages } from './settings-pages.ts';

/** Dependencies of the settings. */
export interface SettingsAppDeps extends ShellDeps {
  readonly store: Store;
  readonly rules: SettingsKeeper;
  /** Used to seal previews. */
  readonly keys: Keys;
}

/** Return the settings at `/settings`. The other links of the frame lead to the console. */
export function settingsApp(deps: SettingsAppDeps): Hono {
  const { store, keys, clock, rules, accessLog } = deps;
  const { app, viewOf } = shellOf(deps);
  app.route('/settings', settingsPages({ store, keys, clock, accessLog, keeper: rules, view: viewOf }));
  return app;
}
