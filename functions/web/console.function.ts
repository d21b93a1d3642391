import { pageFunction } from '#shared/runtime/function.ts';
import { consoleApp } from './console-app.ts';
import { environments } from './env.ts';

export const consoleFunction = pageFunction({
  name: 'web/console',
  environment: environments['web/console'],
  pages: consoleApp,
});
