import { isWorkPartition } from './index-keys.ts';
import type { Item } from './item.ts';
import { ENDED_WORK, PROMISED_CALLS } from './keys.ts';
import { type IndexName, tableSchema } from './schema.ts';
import { isSameContent } from './work-sort.ts';

/** The place of a piece of work in the order of changes. */
export interface ChangePlace {
  readonly index: IndexName;
  readonly partition: string;
  readonly sort: string;
}

/** The indexes with the order of changes, and which of their partitions have it. */
const CHANGES: readonly { readonly index: IndexName; readonly has: (partition: string) => boolean }[] = [
  { index: 'list', has: isWorkPartition },
  { index: 'assignee', has: (partition) => partition === PROMISED_CALLS },
  { index: 'due', has: (partition) => partition === ENDED_WORK },
];

/** Return the place of an item in the order of changes. Only work has one. */
export function changePlaceOf(item: Item): ChangePlace | undefined {
  for (const { index, has } of CHANGES) {
    const names = tableSchema.indexes[index];
    const [partition, sort] = [item[names.partition], item[names.sort]];
    if (typeof partition === 'string' && typeof sort === 'string' && has(partition))
      return { index, partition, sort };
  }
  return undefined;
}

/**
 * Return an item with the place that it had, when its entry in the list of work has not changed. Most commits change
 * nothing that the list shows; they then write no index.
 */
export function withFormerPlace(item: Item, former: ChangePlace | undefined): Item {
  const place = changePlaceOf(item);
  if (!place || former?.partition !== place.partition || !isSameContent(former.sort, place.sort)) return item;
  return { ...item, [tableSchema.indexes[place.index].sort]: former.sort };
}
