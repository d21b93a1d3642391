import * as z from 'zod';
import { ASKED_KEPT, type AskedReport } from '#shared/domain/reports/asked-report.ts';
import { CHANGE_KINDS, type NotedChange } from '#shared/domain/reports/noted-change.ts';
import { COMPARISONS } from '#shared/domain/reports/period.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import { instant, text } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field, optional } from './fields.ts';
import type { Item } from './item.ts';
import { askedKey, changeKey } from './keys.ts';
import { EXPIRY } from './schema.ts';

const changeFields: FieldsOf<NotedChange> = {
  id: field(text),
  day: field(text),
  name: field(z.object({ ar: text, en: text })),
  kind: field(z.enum(CHANGE_KINDS)),
  department: optional(text),
  by: field(text),
  at: field(instant),
  withdrawn: optional(z.object({ by: text, at: instant })),
};

/** Build the item of a noted change. */
export function changeItem(change: NotedChange): Item {
  const key = changeKey(change);
  return { ...key, ...encodeFields(changeFields, change, `${key.pk} ${key.sk}`) };
}

/** Return the change of an item. */
export const changeOf = (item: Item): NotedChange =>
  decodeWhole(changeFields, item, `${item.pk} ${item.sk}`) as unknown as NotedChange;

const askedFields: FieldsOf<AskedReport> = {
  id: field(text),
  from: field(text),
  to: field(text),
  compare: field(z.enum(COMPARISONS)),
  recipients: field(z.array(text)),
  by: field(text),
  at: field(instant),
  sentAt: optional(instant),
};

/** Build the item of an asked report, which expires. */
export function askedItem(asked: AskedReport): Item {
  const key = askedKey(asked);
  return {
    ...key,
    ...encodeFields(askedFields, asked, `${key.pk} ${key.sk}`),
    [EXPIRY]: Math.ceil((asked.at + ASKED_KEPT) / SECOND),
  };
}

/** Return the asked report of an item. */
export const askedOf = (item: Item): AskedReport =>
  decodeWhole(askedFields, item, `${item.pk} ${item.sk}`) as unknown as AskedReport;
