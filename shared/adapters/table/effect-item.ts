import * as z from 'zod';
import type { Effect, Kind } from '#shared/ports/store.ts';
import { decodeWhole, encodeFields, type FieldsOf } from './fields.ts';
import type { Item } from './item.ts';
import { EFFECT, effectKey } from './keys.ts';

const fields: FieldsOf<Effect, 'id'> = {
  at: { short: 'a', schema: z.int() },
  what: { short: 'w', schema: z.string() },
  to: { short: 't', schema: z.string() },
  token: { short: 'k', schema: z.string() },
  providerId: { short: 'p', schema: z.string(), optional: true },
  withheld: { short: 'h', schema: z.literal('suppressed'), optional: true },
};

/** An effect as an item. */
export function effectItem(kind: Kind, id: string, effect: Effect): Item {
  const key = effectKey(kind, id, effect.id);
  return { ...key, ...encodeFields(fields, effect, `${key.pk} ${key.sk}`) };
}

/** The effect an item holds. */
export const effectOf = (item: Item): Effect =>
  ({
    id: item.sk.slice(EFFECT.length),
    ...decodeWhole(fields, item, `${item.pk} ${item.sk}`),
  }) as unknown as Effect;

export const byTime = (a: Effect, b: Effect): number => a.at - b.at;
