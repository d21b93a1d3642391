import { pageFunction } from '#shared/runtime/function.ts';
import { callsApp } from './calls/calls-app.ts';
import { environments } from './env.ts';

export const callsFunction = pageFunction({
  name: 'web/calls',
  environment: environments['web/calls'],
  pages: callsApp,
});
