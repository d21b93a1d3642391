import { companyForms } from './company.ts';
import type { ActionForm } from './form.ts';
import { workForms } from './work.ts';

const all = { ...workForms, ...companyForms };
export type ActionName = keyof typeof all;

/** What can be done on a case's page: each by a form of its own, sent to `/cases/<reference>/<name>`. */
export const actions: Readonly<Record<ActionName, ActionForm>> = all;

export const actionNames = Object.keys(all) as ActionName[];
