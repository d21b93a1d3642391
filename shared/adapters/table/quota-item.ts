import * as z from 'zod';
import type { Quota, QuotaPlace } from '#shared/domain/mail/quota.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import { instant, text, whole } from './field-types.ts';
import { decodeWhole, encodeFields, field } from './fields.ts';
import type { Item } from './item.ts';
import { quotaKey } from './keys.ts';
import { EXPIRY } from './schema.ts';

/** The counted actions of a quota, as stored. */
export interface StoredQuota {
  readonly version: number;
  readonly places: readonly QuotaPlace[];
}

const fields = { version: field(whole), places: field(z.array(z.object({ slot: text, at: instant }))) };

/** Build the item of a quota. It expires when none of its places counts any more. */
export function quotaItem({ name, withinMs }: Quota, { version, places }: StoredQuota): Item {
  const key = quotaKey(name);
  const last = Math.max(0, ...places.map(({ at }) => at));
  return {
    ...key,
    ...encodeFields(fields, { version, places }, key.pk),
    [EXPIRY]: Math.ceil((last + withinMs) / SECOND),
  };
}

/** Return the counted actions in an item. */
export const quotaOf = (item: Item): StoredQuota =>
  decodeWhole(fields, item, item.pk) as unknown as StoredQuota;
