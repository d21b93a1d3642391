import type { Case } from '#shared/domain/cases/case.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';

/** Maximum number of open cases in a preview. With more cases the preview is marked as partial. */
export const MOST_LIVE_CASES = 20_000;
const PAGE = 500;

/** Let other work run between pages: on one computer the centre has one thread. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Visit the open cases of every shard, up to `most`, with one page in memory at a time.
 * @returns true when there are more cases
 */
export async function eachLiveCase(
  store: Pick<Store, 'live' | 'dueShards'>,
  visit: (supportCase: Case) => void,
  most = MOST_LIVE_CASES,
): Promise<boolean> {
  const shards = await store.dueShards();
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
