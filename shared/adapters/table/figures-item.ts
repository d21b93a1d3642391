import * as z from 'zod';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { PROOF_KEPT } from '#shared/domain/reports/proof-kept.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import type { CountedEvent } from '#shared/ports/figure-store.ts';
import { instant, text, whole } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field } from './fields.ts';
import type { Item } from './item.ts';
import { countedKey, countedPartition, figuresKey, undatedCountedKey } from './keys.ts';

const FIGURES = 'figures#';

/** Check a record of numbers. A year has some 170,000 of them: they are looked at, and not copied one by one. */
function isCounters(value: unknown): value is Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const counts = value as Readonly<Record<string, unknown>>;
  for (const name in counts) if (!Number.isFinite(counts[name])) return false;
  return true;
}

const fields: FieldsOf<DayFigures, 'day' | 'shard'> = {
  version: field(whole),
  counts: field(z.custom<Readonly<Record<string, number>>>(isCounters, 'expected a record of numbers')),
};

/** Convert the figures of a day to an item. */
export function figuresItem(figures: DayFigures): Item {
  const key = figuresKey(figures.day, figures.shard);
  return { ...key, ...encodeFields(fields, figures, `${key.pk} ${key.sk}`) };
}

/** Convert an item to the figures of a day. */
export const figuresFromItem = (item: Item): DayFigures =>
  ({
    day: item.pk.slice(FIGURES.length),
    shard: Number(item.sk.slice('shard#'.length)),
    ...decodeWhole(fields, item, `${item.pk} ${item.sk}`),
  }) as unknown as DayFigures;

const countedFields: FieldsOf<CountedEvent, 'day' | 'id'> = {
  recordedAt: field(instant),
  at: field(instant),
  subject: field(text),
  counters: field(z.record(z.string(), z.number())),
};

/** Build the proof that an event was counted, as an item that expires. */
export function countedItem(event: CountedEvent): Item {
  const key = countedKey(event);
  return {
    ...key,
    ...encodeFields(countedFields, event, `${key.pk} ${key.sk}`),
    expiresAt: Math.ceil((event.recordedAt + PROOF_KEPT) / SECOND),
  };
}

/** Convert an item to a counted event. */
const countedFromItem = (item: Item): CountedEvent =>
  ({
    day: item.pk.slice(countedPartition('').length),
    id: item.sk,
    ...decodeWhole(countedFields, item, `${item.pk} ${item.sk}`),
  }) as unknown as CountedEvent;

/** The number of proofs of which the subjects are read at once. */
export const SUBJECTS_AT_ONCE = 1000;

/** Return the subjects of proofs. Those of an early release have none. */
export const subjectsOfItems = (items: readonly Item[]): string[] =>
  items.flatMap(({ subject }) => (typeof subject === 'string' ? [subject] : []));

/** Return the id of the event whose counting an item proves, if it is such a proof. */
export function provenIdOf({ pk, sk }: Pick<Item, 'pk' | 'sk'>): string | undefined {
  const prefix = countedPartition('');
  if (!pk.startsWith(prefix)) return undefined;
  return sk === undatedCountedKey('').sk ? pk.slice(prefix.length) : sk;
}

/** Whether an item has the figures of a day. */
export const isFigures = ({ pk }: Pick<Item, 'pk'>): boolean => pk.startsWith(FIGURES);

/** Convert the proofs of a day to counted events, in the order in which they happened. */
export const countedFromItems = (items: readonly Item[]): CountedEvent[] =>
  items.map(countedFromItem).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

export const compareDayFigures = (a: DayFigures, b: DayFigures): number =>
  a.day === b.day ? a.shard - b.shard : a.day < b.day ? -1 : 1;
