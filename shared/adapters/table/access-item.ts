import * as z from 'zod';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { RECORDED_READS } from '#shared/domain/staff/route-access.ts';
import { DAY, HOUR, isoInstant, SECOND } from '#shared/domain/time/instant.ts';
import type { Access } from '#shared/ports/access-log.ts';
import { instant, text } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field } from './fields.ts';
import type { Item } from './item.ts';
import { accessesPartition } from './keys.ts';
import { EXPIRY } from './schema.ts';

/** How long a read is kept: an inspection asks about the last years. */
const KEPT_MS = 3 * 365 * DAY;

const fields: FieldsOf<Access> = {
  at: field(instant),
  user: field(text),
  kind: field(z.enum(RECORDED_READS)),
  path: field(text),
};

/**
 * Build the item of a read. The id distinguishes reads of one moment. The reads of a case by a person have one key an
 * hour.
 */
export function accessItem(access: Access, id: string): Item {
  const { at, user, kind, path } = access;
  const sk = kind === 'case' ? `${isoInstant(at - (at % HOUR))}#${user}#${path}` : `${isoInstant(at)}#${id}`;
  const key = { pk: accessesPartition(localDay(at)), sk };
  return {
    ...key,
    ...encodeFields(fields, access, `${key.pk} ${key.sk}`),
    [EXPIRY]: Math.ceil((access.at + KEPT_MS) / SECOND),
  };
}

/** Return the reads of items, the newest first. */
export const accessesOf = (items: readonly Item[]): Access[] =>
  items
    .map((item) => decodeWhole(fields, item, `${item.pk} ${item.sk}`) as unknown as Access)
    .sort((a, b) => b.at - a.at);
