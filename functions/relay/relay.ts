import type { RidaEvent } from '#events/registry.ts';
import type { Publisher } from '#shared/ports/outside.ts';
import type { Commit } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';

export interface RelayDeps {
  readonly publisher: Publisher;
}

/**
 * Puts what was committed on the bus. Answers the commits whose events the bus did not all take: they
 * come again, which consumers notice by the events' ids. The only publisher of Rida.
 */
export async function relay(
  { publisher }: RelayDeps,
  commits: readonly Commit[],
): Promise<readonly Commit[]> {
  const events = commits.map((commit) => ({ commit, envelopes: toEnvelopes(commit) }));
  const all: RidaEvent[] = events.flatMap(({ envelopes }) => envelopes);
  if (all.length === 0) return [];
  const failed = new Set(await publisher.publish(all));
  return events
    .filter(({ envelopes }) => envelopes.some(({ id }) => failed.has(id)))
    .map(({ commit }) => commit);
}
