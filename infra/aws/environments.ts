import type * as z from 'zod';
import { environments as cases } from '#functions/cases/env.ts';
import { environments as mail } from '#functions/mail/env.ts';
import { environments as notices } from '#functions/notices/env.ts';
import { environments as outreach } from '#functions/outreach/env.ts';
import { environments as relay } from '#functions/relay/env.ts';
import { environments as reports } from '#functions/reports/env.ts';
import { environments as sla } from '#functions/sla/env.ts';
import { environments as surveys } from '#functions/surveys/env.ts';
import { environments as telephone } from '#functions/telephone/env.ts';
import { environments as web } from '#functions/web/env.ts';
import type { FunctionName } from '#shared/runtime/function-name.ts';

/** The environment schemas of all functions, by function name. */
export const environments = {
  ...cases,
  ...mail,
  ...notices,
  ...outreach,
  ...relay,
  ...reports,
  ...sla,
  ...surveys,
  ...telephone,
  ...web,
} satisfies Readonly<Record<FunctionName, z.ZodObject>>;
