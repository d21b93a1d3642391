import { whole } from './field-types.ts';
import { decodeWhole, encodeFields, field } from './fields.ts';
import type { Item } from './item.ts';
import { shardsKey } from './keys.ts';

/** Data with several shards: the entries of everything live, and the figures of a day. */
export type Sharded = 'due' | 'figures';

const fields = { highest: field(whole) };

/** Build the item with the highest number of shards that a writer has used. */
export const shardsItem = (of: Sharded, highest: number): Item => ({
  ...shardsKey(of),
  ...encodeFields(fields, { highest }, `shards ${of}`),
});

/** Return the number in the item. */
export const highestOf = (item: Item): number =>
  (decodeWhole(fields, item, `${item.pk} ${item.sk}`) as { highest: number }).highest;
