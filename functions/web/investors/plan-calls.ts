import type { Actor } from '#events/vocabulary.ts';
import { liveCallBacks } from '#shared/application/calls-to-number.ts';
import { planCallBackTo } from '#shared/application/plan-call-back.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import type { Store } from '#shared/ports/store.ts';
import type { View } from '../shell/view.ts';
import { allPlans, type PlanFilter } from './list-plans.ts';

const AT_ONCE = 25;

export interface CallsPlanned {
  readonly planned: number;
  /** Investors who have a planned call, no number, or want no calls. */
  readonly left: number;
}

/**
 * Plan one call to each investor of a filter whose next contact is due before an instant. The calls that wait are read
 * once, however many are planned. A repeated form plans no call twice.
 */
export async function planCalls(
  store: Store,
  view: View,
  {
    filter,
    until,
    token,
    by,
  }: {
    readonly filter: Omit<PlanFilter, 'from'>;
    readonly until: number;
    readonly token: string;
    readonly by: Actor;
  },
): Promise<CallsPlanned> {
  const { rules, now } = view;
  const waiting = new Set((await liveCallBacks(store)).map(({ phone }) => phone));
  const result = { planned: 0, left: 0 };
  const plan = async (id: string): Promise<void> => {
    const investor = await store.load('case', id, 0);
    const { next } = investor?.plan ?? {};
    if (!investor || !next || next.dueAt >= until) return;
    const phone = callerNumber(investor.beneficiary.phone);
    const isWaiting = phone !== undefined && waiting.has(phone);
    if (phone !== undefined) waiting.add(phone);
    const outcome = isWaiting
      ? 'joined'
      : await planCallBackTo({ store, rules }, investor, {
          ...{ purpose: 'investor', token, by, now, planned: [] },
        });
    result[outcome === 'planned' ? 'planned' : 'left'] += 1;
  };
  for await (const entries of allPlans(store, view, filter))
    for (let at = 0; at < entries.length; at += AT_ONCE)
      await Promise.all(entries.slice(at, at + AT_ONCE).map(({ id }) => plan(id)));
  return result;
}
