import { pageFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { peopleApp } from './people-app.ts';

export const peopleFunction = pageFunction({
  name: 'web/people',
  environment: environments['web/people'],
  pages: peopleApp,
});
