import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { settingsApp } from './settings/settings-app.ts';

export const settingsFunction = pageFunction({
  name: 'web/settings',
  environment: environments['web/settings'],
  pages: settingsApp,
});
