import * as z from 'zod';
import { actor } from '#events/vocabulary.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import type { Commit, CommitPlace, CommitRecord, Kind } from '#shared/ports/store.ts';
import { instant, text } from './field-types.ts';
import { decodeFields, decodeWhole, encodeFields, type FieldsOf, field, optional } from './fields.ts';
import type { Item, Key } from './item.ts';
import { KEPT_CALLS_OUT, SEASON, YEAR_AND_MARGIN } from './kept.ts';
import { COMMIT, commitSort, ownerOf, partitionOf, placeOf, versionOf } from './keys.ts';
import { EXPIRY } from './schema.ts';
import { fieldTables } from './state-item.ts';

const attributes = z.record(z.string(), z.unknown());

type Stored = Omit<Commit, 'causationId'> & { readonly causationId?: string };

const fields: FieldsOf<Stored, 'kind' | 'id' | 'version'> = {
  cause: field(text),
  by: field(actor),
  at: field(instant),
  recordedAt: field(instant),
  correlationId: field(text),
  causationId: optional(text),
  events: field(z.array(z.object({ type: text, data: attributes }))),
  patch: field(attributes),
};

/** Return true when an item is a commit, by its sort key. The relay processes only commits of the stream. */
export const isCommit = ({ sk }: { readonly sk: string }): boolean => sk.startsWith(COMMIT);

/** The attribute of a commit that an import stored. Its events were published before. */
export const IMPORTED = 'imported';

/** Return the key of the commit at a place. */
export const commitKey = ({ kind, id, version }: CommitPlace): Key => ({
  pk: partitionOf(kind, id),
  sk: commitSort(version),
});

/**
 * How long the commits, proofs and effects of a kind are kept, when the history ends before the aggregate: those
 * of readers and lines never end, and a call is complete in its state. An outgoing call ends before its state
 * (`kept.ts`). The commits of the other kinds are the history that people see; erasure removes the personal data
 * in them.
 */
const KEPT: Readonly<Record<Kind, number | undefined>> = {
  case: undefined,
  person: undefined,
  staff: undefined,
  'call-out': KEPT_CALLS_OUT,
  call: YEAR_AND_MARGIN,
  digest: SEASON,
  lines: SEASON,
  week: KEPT_CALLS_OUT,
  replicate: KEPT_CALLS_OUT,
  frame: SEASON,
  task: KEPT_CALLS_OUT,
};

/** Return the attribute with the expiry of a commit, a proof or an effect of this kind, if it has one. */
export const expiryOf = (kind: Kind, recordedAt: number): { readonly [EXPIRY]?: number } => {
  const kept = KEPT[kind];
  return kept === undefined ? {} : { [EXPIRY]: Math.ceil((recordedAt + kept) / SECOND) };
};

/** Convert a commit to an item. Equal ids are stored once. */
export function commitItem(commit: Commit): Item {
  const { kind, id, version, causationId, patch, ...rest } = commit;
  const key = commitKey({ kind, id, version });
  const where = `${key.pk} ${key.sk}`;
  const caused = causationId === commit.correlationId ? {} : { causationId };
  const stored = { ...rest, ...caused, patch: encodeFields(fieldTables[kind], patch, where) };
  return { ...key, ...encodeFields(fields, stored, where), ...expiryOf(kind, commit.recordedAt) };
}

/**
 * Convert an item to a commit: an item of the table, or the unmarshalled new image of a stream record. The
 * events are not validated here; the relay validates them before it publishes. Throw a StoreError that names
 * the item and the field.
 */
export function commitOf(item: Item): Commit {
  const { kind, id } = ownerOf(item.pk);
  const where = `${item.pk} ${item.sk}`;
  const stored = decodeWhole(fields, item, where) as unknown as Stored;
  return {
    ...stored,
    causationId: stored.causationId ?? stored.correlationId,
    kind,
    id,
    version: versionOf(item.sk),
    patch: decodeFields(fieldTables[kind], stored.patch, where),
  };
}

/** Read the commit with a key for the relay, which must continue after a commit that cannot be read. */
export function recordOf({ pk, sk }: Key, read: () => Item): CommitRecord {
  const place = { ...placeOf(pk), version: versionOf(sk) };
  try {
    return { place, commit: commitOf(read()) };
  } catch (unreadable) {
    return { place, unreadable };
  }
}
