import type { Publisher } from '#shared/ports/outside.ts';
import type { CommitPlace, Store } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';

export interface RepublishDeps {
  readonly store: Pick<Store, 'commitAt'>;
  readonly publisher: Publisher;
}

/** The bus did not accept the events. The message is retried, and finally kept for an operator. */
class EventsNotAccepted extends Error {
  override readonly name = 'EventsNotAccepted';
  readonly code = 'events-not-accepted';
}

/**
 * Publish the events of a commit that was set aside. Throw while the commit still cannot be published, so
 * that its message stays until a repair. Consumers accept the late events: they compare versions and ids.
 */
export async function republish(
  { store, publisher }: RepublishDeps,
  place: CommitPlace,
): Promise<'published' | 'not-stored'> {
  const commit = await store.commitAt(place);
  if (!commit) return 'not-stored';
  const { failed, rejected } = await publisher.publish(toEnvelopes(commit));
  if (failed.length + rejected.length > 0)
    throw new EventsNotAccepted(`${failed.length} events failed and ${rejected.length} were rejected`);
  return 'published';
}
