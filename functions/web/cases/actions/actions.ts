import type { ActionForm } from './action-input.ts';
import { commitmentForms } from './commitments.ts';
import { workForms } from './work-actions.ts';

const all = { ...workForms, ...commitmentForms };
export type ActionName = keyof typeof all;

/** The actions of a case page. Each has its own form, sent to `/cases/<reference>/<name>`. */
export const actions: Readonly<Record<ActionName, ActionForm>> = all;

export const actionNames = Object.keys(all) as ActionName[];
