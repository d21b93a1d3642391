import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { investorsApp } from './investors/investors-app.ts';

export const investorsFunction = pageFunction({
  name: 'web/investors',
  environment: environments['web/investors'],
  pages: investorsApp,
});
