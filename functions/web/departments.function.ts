import { pageFunction } from '#shared/runtime/function.ts';
import { departmentsApp } from './departments/departments-app.ts';
import { environments } from './env.ts';

export const departmentsFunction = pageFunction({
  name: 'web/departments',
  environment: environments['web/departments'],
  pages: departmentsApp,
});
