import { pagesOf } from '#shared/ports/pages.ts';
import type { QueueState, Store } from '#shared/ports/store.ts';
import { type IndexCaseDeps, indexWholeCase } from './index-case.ts';

interface RebuildDeps extends IndexCaseDeps {
  readonly store: Pick<Store, 'load' | 'timeline' | 'queue'>;
}

const STATES: readonly QueueState[] = ['active', 'resolved', 'closed'];
const PAGE = 100;
const AT_A_TIME = 8;

/**
 * Index every case of the departments from the store and the messages: for an index that was lost. Changes at the
 * same time are indexed too. May be repeated. Return the number of cases.
 * @param departments of every version of the settings: closed cases keep theirs
 */
export async function rebuildIndex(
  deps: RebuildDeps,
  departments: Iterable<string>,
  onProgress?: (cases: number) => void,
): Promise<number> {
  let cases = 0;
  for (const department of departments) {
    for (const state of STATES) {
      for await (const page of pagesOf((request) => deps.store.queue(department, state, request), PAGE)) {
        for (let at = 0; at < page.length; at += AT_A_TIME)
          await Promise.all(page.slice(at, at + AT_A_TIME).map(({ id }) => indexWholeCase(deps, id)));
        cases += page.length;
        onProgress?.(cases);
      }
    }
  }
  return cases;
}
