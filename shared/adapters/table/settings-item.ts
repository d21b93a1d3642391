import * as z from 'zod';
import type { Retiming, StoredSettings } from '#shared/ports/settings-store.ts';
import { decodeWhole, encodeFields, type FieldsOf } from './fields.ts';
import type { Item, Key } from './item.ts';
import { retimingKey, settingsKey } from './keys.ts';

const json = z.codec(z.string(), z.unknown(), {
  decode: (text) => JSON.parse(text) as unknown,
  encode: (document) => JSON.stringify(document),
});

const fields: FieldsOf<StoredSettings> = {
  version: { short: 'v', schema: z.int() },
  document: { short: 'j', schema: json },
  by: { short: 'by', schema: z.string() },
  at: { short: 'a', schema: z.int() },
  note: { short: 'n', schema: z.string(), optional: true },
  effect: { short: 'e', schema: z.object({ moved: z.int(), looked: z.int() }), optional: true },
};

const retimingFields: FieldsOf<Retiming> = {
  version: { short: 'v', schema: z.int() },
  place: {
    short: 'p',
    schema: z.object({ from: z.int(), shard: z.int(), cursor: z.string().optional() }),
    optional: true,
  },
};

/** Settings as an item: the current ones, or under a key of history. */
export const settingsItem = (settings: StoredSettings, key: Key = settingsKey): Item => ({
  ...key,
  ...encodeFields(fields, settings, `${key.pk} ${key.sk}`),
});

/** The settings an item holds. */
export const settingsOf = (item: Item): StoredSettings =>
  decodeWhole(fields, item, `${item.pk} ${item.sk}`) as unknown as StoredSettings;

/** How far new settings have been carried, as an item. */
export const retimingItem = (retiming: Retiming): Item => ({
  ...retimingKey,
  ...encodeFields(retimingFields, retiming, `${retimingKey.pk} ${retimingKey.sk}`),
});

export const retimingOf = (item: Item): Retiming =>
  decodeWhole(retimingFields, item, `${item.pk} ${item.sk}`) as unknown as Retiming;
