import * as z from 'zod';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import type { Draft, DraftOwner } from '#shared/ports/draft-store.ts';
import { flag, instant, text } from './field-types.ts';
import { decodeWhole, encodeFields, field, optional } from './fields.ts';
import type { Item, Key } from './item.ts';
import { draftKey } from './keys.ts';
import { EXPIRY } from './schema.ts';

/** How long unsent words are kept, and how long a late draft of an ended edit is refused. */
const KEPT_MS = 30 * DAY;
const ENDED_MS = DAY;

const fields = {
  form: field(text),
  edit: field(text),
  fields: field(z.record(text, text)),
  at: field(instant),
  ended: optional(flag),
};

const expiry = (at: number, keptMs: number) => ({ [EXPIRY]: Math.ceil((at + keptMs) / SECOND) });
const encoded = (key: Key, draft: Draft & { edit: string; ended?: true }): Item => ({
  ...key,
  ...encodeFields(fields, draft, `${key.pk} ${key.sk}`),
});

/** Build the item of a draft. */
export const draftItem = (owner: DraftOwner, edit: string, draft: Draft): Item => ({
  ...encoded(draftKey(owner, draft.form), { ...draft, edit }),
  ...expiry(draft.at, KEPT_MS),
});

/** Build the item of an edit that is over. It has no words. */
export const endedItem = (owner: DraftOwner, edit: string, form: string, at: number): Item => ({
  ...encoded(draftKey(owner, form), { form, edit, fields: {}, at, ended: true }),
  ...expiry(at, ENDED_MS),
});

/** Return the draft of an item, or undefined when its edit is over. */
function draftOf(item: Item): Draft | undefined {
  const { edit: _, ended, ...draft } = decodeWhole(fields, item, `${item.pk} ${item.sk}`);
  return ended === undefined ? (draft as unknown as Draft) : undefined;
}

/** Return whether an item says that an edit is over. */
export const isEnded = (item: Item | undefined, edit: string): boolean =>
  item?.ended === true && item.edit === edit;

/** Return the drafts of items, the newest first. */
export const draftsOf = (items: readonly Item[]): Draft[] =>
  items.flatMap((item) => draftOf(item) ?? []).sort((a, b) => b.at - a.at);
