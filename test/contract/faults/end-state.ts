import type { Kind } from '#shared/ports/store.ts';
import type { World } from '#test/unit/functions/world.ts';
import type { Touched } from './recorded-store.ts';

const sorted = <T>(list: readonly T[]): string[] => list.map((one) => JSON.stringify(one)).sort();

/**
 * Return everything that a run left behind: states, commits, effects, notices, workloads, figures, mails and
 * content. A repeated mail counts once, because its receiver sees one Message-ID. The ids of the provider differ.
 */
export async function endOf(world: World, touched: Touched) {
  const { store, figures, mailer, blobs } = world;
  const aggregates: Record<string, unknown> = {};
  for (const name of [...touched.aggregates].sort()) {
    const [kind, id] = [name.split(' ')[0] as Kind, name.slice(name.indexOf(' ') + 1)];
    const state = await store.load(kind, id);
    const effects = await store.effects(kind, id);
    aggregates[name] = {
      state: state && { ...state, version: undefined, causes: [...state.causes].sort() },
      commits: sorted(
        (await store.timeline(kind, id)).map(({ cause, by, at, events }) => ({ cause, by, at, events })),
      ),
      effects: sorted(effects.map(({ providerId: _, ...effect }) => effect)),
    };
  }
  const notices: Record<string, string[]> = {};
  for (const reader of [...touched.readers].sort())
    notices[reader] = sorted(await store.waitingNotices(reader, 1000));
  const users = ['huda', 'salem', ...touched.users];
  const loads = await store.workloads([...new Set(users)].sort());
  return {
    aggregates,
    notices,
    workloads: [...loads].map(([user, { count }]) => [user, count]),
    figures: (await figures.range('2025-12-25', '2026-01-15')).map(({ day, counts }) => ({ day, counts })),
    mails: [...new Set(mailer.sent.map(({ messageId, to }) => `${messageId} ${to.join()}`))].sort(),
    blobs: [...blobs.blobs.keys()].sort(),
  };
}
