import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { qualityApp } from './quality/quality-app.ts';

export const qualityFunction = pageFunction({
  name: 'web/quality',
  environment: environments['web/quality'],
  pages: qualityApp,
});
