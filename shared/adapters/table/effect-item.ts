import * as z from 'zod';
import { waitReasons } from '#shared/domain/mail/delivery-wait.ts';
import type { Effect, Kind } from '#shared/ports/store.ts';
import { expiryOf } from './commit-item.ts';
import { effectIndexKeys } from './effect-listing.ts';
import { instant, text } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field, optional } from './fields.ts';
import type { Item } from './item.ts';
import { EFFECT, effectKey } from './keys.ts';

const waiting = z.object({
  reason: z.enum(waitReasons),
  tries: z.int().nonnegative(),
  since: instant,
  until: instant,
  copies: z.array(instant),
});

const fields: FieldsOf<Effect, 'id'> = {
  at: field(instant),
  what: field(text),
  to: field(text),
  copies: optional(z.int().positive()),
  token: field(text),
  providerId: optional(text),
  withheld: optional(z.literal('suppressed')),
  waits: optional(waiting),
};

/** Convert an effect to an item. */
export function effectItem(kind: Kind, id: string, effect: Effect): Item {
  const key = effectKey(kind, id, effect.id);
  return {
    ...key,
    ...effectIndexKeys(kind, id, effect),
    ...encodeFields(fields, effect, `${key.pk} ${key.sk}`),
    ...expiryOf(kind, effect.at),
  };
}

/** Convert an item to an effect. */
export const effectOf = (item: Item): Effect =>
  ({
    id: item.sk.slice(EFFECT.length),
    ...decodeWhole(fields, item, `${item.pk} ${item.sk}`),
  }) as unknown as Effect;

export const byTime = (a: Effect, b: Effect): number => a.at - b.at;
