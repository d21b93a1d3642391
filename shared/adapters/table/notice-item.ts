import { notice as schema } from '#events/vocabulary.ts';
import type { CollectedNotice, WaitingNotice } from '#shared/ports/store.ts';
import { instant } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field } from './fields.ts';
import type { Item } from './item.ts';
import { noticeKey } from './keys.ts';

const fields: FieldsOf<WaitingNotice> = { at: field(instant), notice: field(schema) };

/** A notice that waits for its reader, as an item. */
export function noticeItem(reader: string, { notice, effect: { at } }: CollectedNotice): Item {
  const key = noticeKey(reader, at, notice.event);
  return { ...key, ...encodeFields(fields, { at, notice }, `${key.pk} ${key.sk}`) };
}

/** The notice an item holds. */
export const noticeOf = (item: Item): WaitingNotice =>
  decodeWhole(fields, item, `${item.pk} ${item.sk}`) as unknown as WaitingNotice;
