import { expect } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { nextDueAt } from '#shared/domain/cases/agenda.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { clocksOf, tiersDue } from '#shared/domain/cases/clocks.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { rules, type World } from './world.ts';

const named = ({ type, data }: RidaEvent): string | undefined =>
  'clock' in data && 'generation' in data ? `${type} ${data.clock} ${data.generation}` : undefined;

function count(events: readonly RidaEvent[], type: RidaEvent['type']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    const name = event.type === type ? named(event)?.replace(`${type} `, '') : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Check the invariants of every case after all work is done. */
async function caseHolds(world: World, id: string): Promise<void> {
  const supportCase = await world.store.load('case', id);
  if (!supportCase) throw new Error(`case ${id} is gone`);
  const now = world.clock.now();
  const commits = await world.store.timeline('case', id);
  expect(commits.map(({ version }) => version)).toEqual(commits.map((_, at) => at + 1));
  expect(new Set(commits.map(({ cause }) => cause)).size).toBe(commits.length);
  const events = commits.flatMap(toEnvelopes);
  // A breach is reported again only after it was retracted.
  const retracted = count(events, 'rida.sla.retracted.v1');
  for (const [name, times] of count(events, 'rida.sla.breached.v1'))
    expect(times, name).toBeLessThanOrEqual(1 + (retracted.get(name) ?? 0));
  const { nextDueAt: timer, ...rest } = supportCase;
  expect(timer).toBe(nextDueAt(rest, rules, now));
  if (!isActive(supportCase.status) || supportCase.erased || supportCase.merged) return;
  expect(tiersDue(rest, rules, now).passed).toEqual([]);
  const { runs } = clocksOf(supportCase, rules, now);
  for (const { clock, generation, state } of runs) {
    const announced =
      (count(events, 'rida.sla.breached.v1').get(`${clock} ${generation}`) ?? 0) -
      (retracted.get(`${clock} ${generation}`) ?? 0);
    if (state.state === 'running') expect(announced, `${clock} ${generation}`).toBe(state.breached ? 1 : 0);
  }
}

const BACK: Readonly<Record<string, string>> = { parent: 'child', child: 'parent' };

/** Check that every link has its other end, unless one of the cases was erased. */
async function linksHold(world: World): Promise<void> {
  const cases = await Promise.all(world.cases.map((id) => world.store.load('case', id)));
  const survivors = new Map(
    cases.flatMap((one) => (one && !one.erased && !one.merged ? [[one.id, one] as const] : [])),
  );
  for (const { id, links = [] } of survivors.values()) {
    for (const { to, as } of links) {
      const other = survivors.get(to as typeof id);
      if (other && BACK[as])
        expect(other.links ?? [], `${id} ${as} of ${to}`).toContainEqual(
          expect.objectContaining({ to: id, as: BACK[as] }),
        );
    }
  }
}

/** Check that the figures equal a recount of all events. */
async function figuresHold(world: World): Promise<void> {
  const recounted: Record<string, number> = {};
  for (const event of (await world.commits()).flatMap(toEnvelopes)) {
    for (const [name, by] of Object.entries(countersOf(event).counters))
      recounted[name] = (recounted[name] ?? 0) + by;
  }
  const counted: Record<string, number> = {};
  for (const { counts } of await world.figures.range('0000-00-00', '9999-99-99')) {
    for (const [name, by] of Object.entries(counts)) counted[name] = (counted[name] ?? 0) + by;
  }
  const nonzero = (all: Record<string, number>) =>
    Object.fromEntries(Object.entries(all).filter(([, n]) => n !== 0));
  expect(nonzero(counted)).toEqual(nonzero(recounted));
}

/** Check that no notice is repeated in sent mails, and that no outdated item is due. */
async function noticesHold(world: World): Promise<void> {
  const due = (await world.commits())
    .flatMap(toEnvelopes)
    .flatMap((event) =>
      event.type === 'rida.notices.due.v1'
        ? event.data.notices.map((one) => `${event.subject} ${one.event}`)
        : [],
    );
  expect(new Set(due).size).toBe(due.length);
  expect(new Set(world.mailer.sent.map(({ messageId }) => messageId)).size).toBeLessThanOrEqual(
    world.mailer.sent.length,
  );
}

export async function everythingHolds(world: World): Promise<void> {
  for (const id of world.cases) await caseHolds(world, id);
  await linksHold(world);
  await figuresHold(world);
  await noticesHold(world);
}

/** Return all events and the final states. They are the same over every store. */
export async function historyOf(world: World): Promise<unknown> {
  const events = (await world.commits()).flatMap(toEnvelopes);
  const cases = await Promise.all(world.cases.map((id) => world.store.load('case', id)));
  return {
    events: events.map(({ type, subject, data }) => JSON.stringify({ type, subject, data })).sort(),
    cases: cases.map((state) => ({ ...state, causes: [] })),
  };
}
