import { readMessage } from '#shared/application/messages.ts';
import { searchEntryOf, wordsOfCase, wordsOfMessage } from '#shared/domain/search/search-entry.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { SearchIndex } from '#shared/ports/search-index.ts';
import type { Store } from '#shared/ports/store.ts';

export interface IndexCaseDeps {
  readonly store: Pick<Store, 'load' | 'timeline'>;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly search: SearchIndex;
}

/** `removed`: the case is erased. */
export type IndexOutcome = 'indexed' | 'removed';

async function removeErased({ search }: IndexCaseDeps, id: string): Promise<'removed'> {
  await search.remove(id);
  return 'removed';
}

/**
 * Index a case with exactly the words that it has now: those of all its stored messages. An erased case is removed.
 * May be repeated.
 */
export async function indexWholeCase(deps: IndexCaseDeps, id: string): Promise<IndexOutcome> {
  const { store, blobs, search } = deps;
  const supportCase = await store.load('case', id);
  if (supportCase === undefined || supportCase.erased) return removeErased(deps, id);
  const words = new Set(wordsOfCase(supportCase));
  const commits = await store.timeline('case', id);
  for (const { cause } of commits) {
    const message = await readMessage(blobs, id, cause);
    for (const word of message ? wordsOfMessage(message) : []) words.add(word);
  }
  await search.replace(searchEntryOf(supportCase), [...words]);
  return removeIfErased(deps, id);
}

/** Remove a case again that was erased while it was indexed. */
const removeIfErased = async (deps: IndexCaseDeps, id: string): Promise<IndexOutcome> =>
  (await deps.store.load('case', id))?.erased ? removeErased(deps, id) : 'indexed';

/** A change of a case: its version, and its message if it has one. */
interface CaseChange {
  readonly version: number;
  readonly messageId?: string | undefined;
}

/** Index a case as it is after a change, and add the words of the message. May be repeated, and in any order. */
export async function indexChange(
  deps: IndexCaseDeps,
  id: string,
  { version, messageId }: CaseChange,
): Promise<IndexOutcome> {
  const { store, blobs, search } = deps;
  const supportCase = await store.load('case', id, version);
  if (supportCase === undefined || supportCase.erased) return removeErased(deps, id);
  const message = messageId === undefined ? undefined : await readMessage(blobs, id, messageId);
  const words = message ? wordsOfMessage(message) : [];
  await search.write(searchEntryOf(supportCase), [...wordsOfCase(supportCase), ...words]);
  // The message of another person may have been erased at the same time.
  if (message && !(await readMessage(blobs, id, message.id))) return indexWholeCase(deps, id);
  return removeIfErased(deps, id);
}
