import type { Page, PageRequest } from '#shared/ports/store.ts';

/** Read all items of a listing page by page, and return the page lengths too. */
export async function walk<T>(read: (page: PageRequest) => Promise<Page<T>>, limit: number) {
  const items: T[] = [];
  const lengths: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    lengths.push(page.items.length);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { items, lengths };
}

/** Return the ids of the items in their order. */
export const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

/** Read a listing shard by shard. */
export async function walkShards<T>(
  shards: number,
  read: (shard: number, page: PageRequest) => Promise<Page<T>>,
  limit = 50,
): Promise<T[]> {
  const found: T[] = [];
  for (let shard = 0; shard < shards; shard += 1)
    found.push(...(await walk((page) => read(shard, page), limit)).items);
  return found;
}
