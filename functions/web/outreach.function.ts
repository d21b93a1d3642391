import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { outreachApp } from './outreach/outreach-app.ts';

export const outreachFunction = pageFunction({
  name: 'web/outreach',
  environment: environments['web/outreach'],
  pages: outreachApp,
});
