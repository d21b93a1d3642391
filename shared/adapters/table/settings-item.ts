import * as z from 'zod';
import type { StoredSettings } from '#shared/ports/settings-store.ts';
import { decodeWhole, encodeFields, type FieldsOf } from './fields.ts';
import type { Item, Key } from './item.ts';
import { settingsKey } from './keys.ts';

const json = z.codec(z.string(), z.unknown(), {
  decode: (text) => JSON.parse(text) as unknown,
  encode: (document) => JSON.stringify(document),
});

const fields: FieldsOf<StoredSettings> = {
  version: { short: 'v', schema: z.int() },
  document: { short: 'j', schema: json },
  by: { short: 'by', schema: z.string() },
  at: { short: 'a', schema: z.int() },
};

/** Settings as an item: the current ones, or under a key of history. */
export const settingsItem = (settings: StoredSettings, key: Key = settingsKey): Item => ({
  ...key,
  ...encodeFields(fields, settings, `${key.pk} ${key.sk}`),
});

/** The settings an item holds. */
export const settingsOf = (item: Item): StoredSettings =>
  decodeWhole(fields, item, `${item.pk} ${item.sk}`) as unknown as StoredSettings;
