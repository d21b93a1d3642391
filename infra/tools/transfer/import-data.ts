import { isCommit } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { partitionOf, STATE } from '#shared/adapters/table/keys.ts';
import type { EmptyCentre, Stored } from './centre-data.ts';
import { type CheckedExport, keyName } from './read-export.ts';

/** The number of stored items and contents, and of those that an interrupted import had stored. */
export interface Imported {
  readonly items: number;
  readonly contents: number;
  readonly there: number;
}

const CASE = partitionOf('case', '');

/**
 * The order of items. A deployed centre works on a case once its state is there, and a consumer on an event once it is
 * published: everything that they look at must be there before.
 */
const rankOf = (item: Item, unpublished: ReadonlySet<string>): number => {
  if (isCommit(item) && unpublished.has(keyName(item))) return 3;
  if (item.sk !== STATE) return 0;
  return item.pk.startsWith(CASE) ? 2 : 1;
};
const RANKS = [0, 1, 2, 3];

/** Do work for every element, up to a number of them at a time. */
async function each<T>(
  all: AsyncIterable<T>,
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for await (const one of all) {
    const done: Promise<void> = work(one).finally(() => running.delete(done));
    // A failure is thrown by the race or at the end.
    done.catch(() => {});
    running.add(done);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
}

/** Import a checked export into an empty centre. It may be repeated after an interruption. */
export async function importData(from: CheckedExport, to: EmptyCentre): Promise<Imported> {
  const { id, key, summary, unpublished } = from;
  await to.begin({ id, key, clockAheadMs: summary.clockAheadMs });
  const counts = { items: 0, contents: 0, there: 0 };
  const count = (what: 'items' | 'contents', stored: Stored): void => {
    counts[stored === 'stored' ? what : 'there'] += 1;
  };
  await each(from.contents(), to.atOnce, async (content) => count('contents', await to.addContent(content)));
  for (const rank of RANKS)
    await each(from.items(), to.atOnce, async (item) => {
      if (rankOf(item, unpublished) !== rank) return;
      count('items', await to.addItem(item, unpublished.has(keyName(item))));
    });
  await to.finish();
  return counts;
}
