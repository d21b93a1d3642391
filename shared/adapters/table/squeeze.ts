import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Item } from './item.ts';
import { itemSize } from './item-size.ts';
import { tableSchema } from './schema.ts';
import { dictionary } from './squeeze-dictionary.ts';

/** One write unit: what an item may weigh before every write of it costs another one. */
const WRITE_UNIT = 1024;
const LARGEST_ITEM = 4 * 1024 * 1024;

/** Attributes that keys, conditions and look-ups need as they are. */
const plain: ReadonlySet<string> = new Set([
  'pk',
  'sk',
  'v',
  'c',
  ...Object.values(tableSchema.indexes).flatMap(({ partition, sort }) => [partition, sort]),
]);

const isBinary = (value: unknown): boolean => value instanceof Uint8Array;

/**
 * An item that would weigh more than one write unit, with its other attributes deflated into one (`z`).
 * Arabic takes two bytes a letter and deflates to less than half; an ordinary item stays readable.
 */
export function squeeze(item: Item): Item {
  if (itemSize(item) <= WRITE_UNIT || Object.values(item).some(isBinary)) return item;
  const entries = Object.entries(item).filter(([, value]) => value !== undefined);
  const body = JSON.stringify(Object.fromEntries(entries.filter(([name]) => !plain.has(name))));
  const z = deflateRawSync(body, { dictionary, level: 9, memLevel: 9 });
  const squeezed: Item = {
    pk: item.pk,
    sk: item.sk,
    ...Object.fromEntries(entries.filter(([name]) => plain.has(name))),
    z,
  };
  return itemSize(squeezed) < itemSize(item) ? squeezed : item;
}

/** The item as it was; in a stream image that came as JSON, binary is base64. */
export function expand(item: Item): Item {
  const { z, ...rest } = item;
  if (!(z instanceof Uint8Array) && typeof z !== 'string') return item;
  const packed = typeof z === 'string' ? Buffer.from(z, 'base64') : z;
  const body: unknown = JSON.parse(
    inflateRawSync(packed, { dictionary, maxOutputLength: LARGEST_ITEM }).toString(),
  );
  return { ...rest, ...(body as object) } as Item;
}
