import type { Case } from '#shared/domain/cases/case.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import { localDay, startOfDay } from '#shared/domain/reports/local-day.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import type { WorkEntry } from '#shared/domain/work-list/work-entry.ts';
import type { WorkQuery } from '#shared/domain/work-list/work-query.ts';
import type { Store } from '#shared/ports/store.ts';
import type { View } from '../shell/view.ts';

export const PLANS_OF_PAGE = 25;

/** Which plans are listed. */
export interface PlanFilter {
  /** A user, or undefined for the plans of all officers. */
  readonly officer?: string | undefined;
  /** A department that holds an open procedure. */
  readonly owing?: string | undefined;
  /** The number of plans before the page. */
  readonly from: number;
}

export interface PlanList {
  readonly cases: readonly Case[];
  readonly count: number;
}

/** The local day of an instant ends when the next one begins. */
export const dayEnd = (now: number): number => startOfDay(formatDate(parseDate(localDay(now)) + 1));

const queryOf = ({ officer, owing, from }: PlanFilter, now: number, limit: number): WorkQuery => ({
  ...{ state: 'active', beside: [], kind: 'touch', order: 'due', isReversed: false },
  ...{ assignee: officer, owing, offset: from, limit, now, dayEndsAt: dayEnd(now) },
});

/** Return one page of plans, the nearest deadline first, and the number of all. */
export async function listPlans(store: Store, view: View, filter: PlanFilter): Promise<PlanList> {
  const departments = [...view.rules.departments.keys()];
  const { entries, counts } = await store.work(departments, queryOf(filter, view.now, PLANS_OF_PAGE));
  const hidden = hiddenFrom(view.agent.roles);
  const found = await Promise.all(entries.map(({ id }) => store.load('case', id, 0)));
  return {
    cases: found.flatMap((one) => (one?.plan ? [maskedCase(one, hidden)] : [])),
    count: counts.shown,
  };
}

const AT_ONCE = 500;

/** Return the entries of all plans of a filter, part by part. */
export async function* allPlans(
  store: Store,
  view: View,
  filter: Omit<PlanFilter, 'from'>,
): AsyncGenerator<readonly WorkEntry[]> {
  const departments = [...view.rules.departments.keys()];
  for (let from = 0; ; from += AT_ONCE) {
    const { entries } = await store.work(departments, queryOf({ ...filter, from }, view.now, AT_ONCE));
    if (entries.length > 0) yield entries;
    if (entries.length < AT_ONCE) return;
  }
}
