import { listPlans, type PlanFilter } from '#functions/web/investors/list-plans.ts';
import type { View } from '#functions/web/shell/view.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import type { Act } from './growth.ts';

/** The user with the first plans, of more than a page. All other plans belong to colleagues. */
export const OFFICER = 'huda';

const view = { rules, now: T, agent: { user: OFFICER, name: OFFICER, roles: ['agent'] } } as unknown as View;

const plans =
  (filter: Omit<PlanFilter, 'from'>): Act =>
  async ({ store }) => {
    const { cases } = await listPlans(store, view, { ...filter, from: 0 });
    if (cases.length !== 25) throw new Error('a page has 25 plans');
  };

/** The acts of an officer of investors, whose cost must not depend on the number of plans. */
export const planActs: Readonly<Record<string, Act>> = {
  'the plans of an officer of investors': plans({ officer: OFFICER }),
  'the plans of all officers of investors': plans({}),
};
