import type { Item } from '#shared/adapters/table/item.ts';
import { type IndexSchema, indexSchemas } from '#shared/adapters/table/schema.ts';
import { itemSize } from '#test/bench/item-size.ts';

const WRITE_BYTES = 1024;
const READ_BYTES = 4096;

/** Return the units of a write: one for every started KiB. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES));

/** Return the units of a read: one for every started 4 KiB if consistent, half if eventually consistent. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / READ_BYTES)) * (consistent ? 1 : 0.5);

const entryOf = (item: Item | undefined, { partition, sort }: IndexSchema): Item | undefined => {
  if (item?.[partition] === undefined || item[sort] === undefined) return undefined;
  return { pk: item.pk, sk: item.sk, [partition]: item[partition], [sort]: item[sort] };
};

const indexUnits = (before: Item | undefined, after: Item | undefined, index: IndexSchema): number => {
  const [from, to] = [entryOf(before, index), entryOf(after, index)];
  const gone = from ? writeUnits(itemSize(from)) : 0;
  const come = to ? writeUnits(itemSize(to)) : 0;
  const same =
    from && to && from[index.partition] === to[index.partition] && from[index.sort] === to[index.sort];
  return same ? 0 : gone + come;
};

/**
 * Return the units to write an item: the larger of its old and new size. For every index, add 1 for an entry
 * that is added or removed, 2 for a changed key and 0 for an unchanged key, because only keys are projected
 * (DynamoDB Developer Guide, "Global secondary indexes: write capacity").
 */
export function putUnits(before: Item | undefined, after: Item): number {
  const base = writeUnits(Math.max(before ? itemSize(before) : 0, itemSize(after)));
  return indexSchemas.reduce((sum, index) => sum + indexUnits(before, after, index), base);
}

/** Return the units of a write with a failed condition, which is charged by the existing item. */
export const refusedUnits = (existing: Item | undefined): number =>
  writeUnits(existing ? itemSize(existing) : 0);

/** A removal costs what is removed, and each of its index entries. */
export const removeUnits = (before: Item | undefined): number =>
  indexSchemas.reduce(
    (sum, index) => sum + indexUnits(before, undefined, index),
    writeUnits(before ? itemSize(before) : 0),
  );
