import type { RidaEvent } from '#events/registry.ts';
import type { Publisher } from '#shared/ports/outside.ts';
import type { Commit } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';

export interface RelayDeps {
  readonly publisher: Publisher;
}

/**
 * Publish the events of commits on the bus. Return the commits with events that the bus rejected. They are
 * retried, and consumers detect repeated events by their ids. Only this function publishes.
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
