import * as z from 'zod';
import type { Retiming, StoredSettings } from '#shared/ports/settings-store.ts';
import { instant, text, whole } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field, optional } from './fields.ts';
import type { Item, Key } from './item.ts';
import { retimingKey, settingsKey } from './keys.ts';

/**
 * A document as JSON text, because the operator chooses its keys, so the table's README cannot list them.
 */
const json = z.codec(z.string(), z.unknown(), {
  decode: (document) => JSON.parse(document) as unknown,
  encode: (document) => JSON.stringify(document),
});

const fields: FieldsOf<StoredSettings> = {
  version: field(whole),
  document: field(json),
  by: field(text),
  at: field(instant),
  note: optional(text),
  effect: optional(z.object({ moved: whole, looked: whole })),
  formerStaff: optional(json),
  formerNames: optional(json),
};

const retimingFields: FieldsOf<Retiming> = {
  version: field(whole),
  place: optional(z.object({ from: whole, shard: whole, cursor: text.optional() })),
};

/** Convert settings to an item: the current ones, or a past version. */
export const settingsItem = (settings: StoredSettings, key: Key = settingsKey): Item => ({
  ...key,
  ...encodeFields(fields, settings, `${key.pk} ${key.sk}`),
});

/** Convert an item to settings. */
export const settingsOf = (item: Item): StoredSettings =>
  decodeWhole(fields, item, `${item.pk} ${item.sk}`) as unknown as StoredSettings;

/** Convert the progress of applying new settings to an item. */
export const retimingItem = (retiming: Retiming): Item => ({
  ...retimingKey,
  ...encodeFields(retimingFields, retiming, `${retimingKey.pk} ${retimingKey.sk}`),
});

export const retimingOf = (item: Item): Retiming =>
  decodeWhole(retimingFields, item, `${item.pk} ${item.sk}`) as unknown as Retiming;
