import type { Hono } from 'hono';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { settingsPages } from './settings-pages.ts';

/** What the settings need from outside. */
export interface SettingsAppDeps extends ShellDeps {
  readonly store: Store;
  readonly rules: SettingsKeeper;
  /** Shards of the live cases. */
  readonly shards: number;
  /** To seal what was previewed. */
  readonly keys: Keys;
}

/** The settings, at `/settings` of the console's address; the frame's other links lead to the console. */
export function settingsApp(deps: SettingsAppDeps): Hono {
  const { store, keys, clock, shards, rules } = deps;
  const { app, viewOf } = shellOf(deps);
  app.route('/settings', settingsPages({ store, keys, clock, shards, keeper: rules, view: viewOf }));
  return app;
}
