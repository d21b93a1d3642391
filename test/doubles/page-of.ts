import { cursorOf, sortOf } from '#shared/adapters/table/cursor.ts';
import type { Page, PageRequest } from '#shared/ports/store.ts';

/**
 * Return one page of items in ascending or descending key order. The cursor is the key of the last returned
 * item.
 */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: PageRequest,
  order: 'ascending' | 'descending' = 'ascending',
): Page<T> {
  const before = (a: string, b: string): boolean => (order === 'ascending' ? a < b : a > b);
  const place = cursor === undefined ? undefined : sortOf(cursor);
  const after = items
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => place === undefined || before(place, key))
    .sort((a, b) => (before(a.key, b.key) ? -1 : 1));
  const page = after.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    ...(last && after.length > limit && { cursor: cursorOf(last.key) }),
  };
}
