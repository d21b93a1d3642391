import type { EventsOf } from '#events/registry.ts';
import { type IndexCaseDeps, type IndexOutcome, indexChange } from '#shared/application/search/index-case.ts';
import type { Store } from '#shared/ports/store.ts';

type Changed = EventsOf<'cases/index-case'>;

export interface IndexDeps extends IndexCaseDeps {
  readonly store: Pick<Store, 'load' | 'timeline' | 'commitAt'>;
}

/** Return the id of the message of an event. The message that opens a case has the id of its cause. */
async function messageOf({ store }: IndexDeps, event: Changed): Promise<string | undefined> {
  if ('message' in event.data) return event.data.message;
  if (event.type !== 'rida.case.opened.v1') return undefined;
  const commit = await store.commitAt({ kind: 'case', id: event.subject, version: event.subjectVersion });
  return commit?.cause;
}

/** Keep the search index up to date: index the case of an event as it is now, with the message of the event. */
export async function indexCase(deps: IndexDeps, event: Changed): Promise<IndexOutcome> {
  const { subject, subjectVersion: version } = event;
  return indexChange(deps, subject, { version, messageId: await messageOf(deps, event) });
}
