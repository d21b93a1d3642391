import { sizesOf } from '#shared/domain/outreach/week/week.ts';
import { counterName } from '#shared/domain/reports/counter-name.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import type { LocalCentre } from '../../local/centre.ts';
import { daysOf, type ReferenceLoad } from './reference-load.ts';

/** A count of the figures beside the count that was played. */
export interface Balanced {
  readonly what: string;
  readonly is: number;
  readonly should: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Compare the figures of the pages with a load that was played. */
export async function balanceOf(
  centre: LocalCentre,
  load: ReferenceLoad,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Balanced[]> {
  const days = await centre.figures.range(from, to);
  const figures = figuresOf(days);
  const counted = (purpose: 'evaluation' | 'investor'): number =>
    sum(days.map(({ counts }) => counts[counterName('call-out', purpose, 'completed')] ?? 0));
  const opened = (channel: 'mail' | 'phone'): number =>
    sum(figures.byChannelAndType.filter((line) => line.channel === channel).map(({ count }) => count));
  const calls = sum(daysOf(load).map((day) => day.calls));
  const weeks = [...new Set(daysOf(load).filter((day) => day.evaluations > 0))];
  return [
    { what: 'evaluation calls', is: counted('evaluation'), should: load.evaluations },
    { what: 'calls to investors', is: counted('investor'), should: load.investorCalls },
    { what: 'cases opened by mail', is: opened('mail'), should: load.mails },
    { what: 'cases opened by phone', is: opened('phone'), should: calls },
    { what: 'new cases', is: figures.arrivals.case, should: load.mails + calls },
    { what: 'calls offered', is: figures.calls.offered, should: calls },
    { what: 'calls served', is: figures.calls.served, should: calls },
    { what: 'calls abandoned', is: figures.calls.abandoned, should: 0 },
    { what: 'messages that wait as dead letters', is: deadIn(centre), should: 0 },
    ...(await Promise.all(weeks.map((day) => weekBalance(centre, from, day.offset, day.evaluations)))),
  ];
}

const deadIn = ({ bus }: LocalCentre): number => bus.queueDepths().reduce((sum, { dead }) => sum + dead, 0);

/** Compare the size of a drawn week with the calls of it. */
async function weekBalance(
  { store }: LocalCentre,
  from: string,
  offset: number,
  should: number,
): Promise<Balanced> {
  const id = new Date(Date.parse(from) + offset * 86_400_000).toISOString().slice(0, 10);
  const week = await store.load('week', id);
  return { what: `calls of the week of ${id}`, is: week ? sum(sizesOf(week)) : 0, should };
}
