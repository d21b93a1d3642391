import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { surveyApp } from './public/survey-app.ts';

export const surveyFunction = pageFunction({
  name: 'web/survey',
  environment: environments['web/survey'],
  pages: surveyApp,
});
