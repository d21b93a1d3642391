import * as z from 'zod';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import type { CountedEvent } from '#shared/ports/figure-store.ts';
import { instant, whole } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field } from './fields.ts';
import type { Item } from './item.ts';
import { countedKey, figuresKey } from './keys.ts';

/** The bus archives events for one year of replay. The proof that an event was counted is kept longer. */
const PROOF_KEPT = 400 * DAY;

const fields: FieldsOf<DayFigures, 'day' | 'shard'> = {
  version: field(whole),
  counts: field(z.record(z.string(), z.number())),
};

/** Convert the figures of a day to an item. */
export function figuresItem(figures: DayFigures): Item {
  const key = figuresKey(figures.day, figures.shard);
  return { ...key, ...encodeFields(fields, figures, `${key.pk} ${key.sk}`) };
}

/** Convert an item to the figures of a day. */
export const figuresFromItem = (item: Item): DayFigures =>
  ({
    day: item.pk.slice('figures#'.length),
    shard: Number(item.sk.slice('shard#'.length)),
    ...decodeWhole(fields, item, `${item.pk} ${item.sk}`),
  }) as unknown as DayFigures;

/** Build the proof that an event was counted, as an item that expires. */
export const countedItem = ({ id, recordedAt }: CountedEvent): Item => ({
  ...countedKey(id),
  recordedAt: z.encode(instant, recordedAt),
  expiresAt: Math.ceil((recordedAt + PROOF_KEPT) / SECOND),
});

export const compareDayFigures = (a: DayFigures, b: DayFigures): number =>
  a.day === b.day ? a.shard - b.shard : a.day < b.day ? -1 : 1;
