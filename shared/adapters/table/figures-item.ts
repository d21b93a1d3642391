import * as z from 'zod';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { APPLIED_BYTES, appliedKey } from '#shared/ports/applied-key.ts';
import { decodeWhole, encodeFields, type FieldsOf } from './fields.ts';
import type { Item } from './item.ts';
import { figuresKey } from './keys.ts';

const unpack = (packed: Uint8Array): string[] => {
  const bytes = Buffer.from(packed);
  return Array.from({ length: bytes.length / APPLIED_BYTES }, (_, at) =>
    bytes.subarray(at * APPLIED_BYTES, (at + 1) * APPLIED_BYTES).toString('base64url'),
  );
};
const pack = (applied: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(applied.map((id) => Buffer.from(appliedKey(id), 'base64url'))));

const fields: FieldsOf<DayFigures, 'day' | 'shard'> = {
  version: { short: 'v', schema: z.int() },
  applied: {
    short: 'a',
    schema: z.codec(z.instanceof(Uint8Array), z.array(z.string()), { decode: unpack, encode: pack }),
  },
  counts: { short: 'n', schema: z.record(z.string(), z.number()) },
};

/** The figures of a day as an item; the events counted take eight bytes each. */
export function figuresItem(figures: DayFigures): Item {
  const key = figuresKey(figures.day, figures.shard);
  return { ...key, ...encodeFields(fields, figures, `${key.pk} ${key.sk}`) };
}

/** The figures an item holds; `applied` as {@link appliedKey} makes them. */
export const figuresOf = (item: Item): DayFigures =>
  ({
    day: item.pk.slice('KPI#'.length),
    shard: Number(item.sk),
    ...decodeWhole(fields, item, `${item.pk} ${item.sk}`),
  }) as unknown as DayFigures;

export const inOrder = (a: DayFigures, b: DayFigures): number =>
  a.day === b.day ? a.shard - b.shard : a.day < b.day ? -1 : 1;
