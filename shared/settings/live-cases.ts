import type { Case } from '#shared/domain/cases/case.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';

/** Open cases that a preview looks at; beyond them it says that it is partial. */
export const MOST_CASES = 20_000;
const PAGE = 500;

/** Lets whatever else waits have its turn: on one computer the centre has one thread. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Visits the open cases of every shard, a page in memory at a time, up to `most`.
 * @returns whether there are more than were visited
 */
export async function eachLiveCase(
  store: Pick<Store, 'live'>,
  shards: number,
  visit: (supportCase: Case) => void,
  most = MOST_CASES,
): Promise<boolean> {
  let visited = 0;
  for (let shard = 0; shard < shards; shard += 1) {
    for await (const cases of pagesOf((page) => store.live(shard, page), PAGE)) {
      for (const supportCase of cases) {
        if (visited === most) return true;
        visited += 1;
        visit(supportCase);
      }
      await breathe();
    }
  }
  return false;
}
