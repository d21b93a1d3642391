import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import type { SavedList } from '#shared/ports/desk-store.ts';
import { instant, text } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field } from './fields.ts';
import type { Item } from './item.ts';
import { savedListKey, seenKey } from './keys.ts';
import { EXPIRY } from './schema.ts';

/** How long it is kept that somebody has seen a case. */
const SEEN_MS = 90 * DAY;

const listFields: FieldsOf<SavedList> = {
  name: field(text),
  team: field(text),
  query: field(text),
  by: field(text),
  at: field(instant),
};
const seenFields = { at: field(instant) };

/** Build the item of a saved list. */
export function savedListItem(list: SavedList): Item {
  const key = savedListKey(list);
  return { ...key, ...encodeFields(listFields, list, `${key.pk} ${key.sk}`) };
}

/** Return the list of an item. */
export const savedListOf = (item: Item): SavedList =>
  decodeWhole(listFields, item, `${item.pk} ${item.sk}`) as unknown as SavedList;

/** Build the item that says when a member of staff saw a case. */
export function seenItem(user: string, caseId: string, at: number): Item {
  const key = seenKey(user, caseId);
  return {
    ...key,
    ...encodeFields(seenFields, { at }, `${key.pk} ${key.sk}`),
    [EXPIRY]: Math.ceil((at + SEEN_MS) / SECOND),
  };
}

/** Return when each case of these items was seen. */
export const seenOf = (items: readonly Item[]): Map<string, number> =>
  new Map(items.map((item) => [item.sk, Number(decodeWhole(seenFields, item, `${item.pk} ${item.sk}`).at)]));
