import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { figuresApp } from './figures/figures-app.ts';

export const figuresFunction = pageFunction({
  name: 'web/figures',
  environment: environments['web/figures'],
  pages: figuresApp,
});
