import * as z from 'zod';
import { actor } from '#events/vocabulary.ts';
import type { Commit } from '#shared/ports/store.ts';
import { instant, text } from './field-types.ts';
import { decodeFields, decodeWhole, encodeFields, type FieldsOf, field, optional } from './fields.ts';
import type { Item } from './item.ts';
import { COMMIT, commitSort, ownerOf, partitionOf, versionOf } from './keys.ts';
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

/** Whether an item, by its sort key, is a commit: what the relay takes from the stream. */
export const isCommit = ({ sk }: { readonly sk: string }): boolean => sk.startsWith(COMMIT);

/** A commit as an item; ids that are the same are stored once. */
export function commitItem(commit: Commit): Item {
  const { kind, id, version, causationId, patch, ...rest } = commit;
  const key = { pk: partitionOf(kind, id), sk: commitSort(version) };
  const where = `${key.pk} ${key.sk}`;
  const caused = causationId === commit.correlationId ? {} : { causationId };
  const stored = { ...rest, ...caused, patch: encodeFields(fieldTables[kind], patch, where) };
  return { ...key, ...encodeFields(fields, stored, where) };
}

/**
 * The commit an item holds: an item read from the table, or the unmarshalled new image of a stream
 * record. The events are as they were written; their contracts are checked where they leave for the
 * bus. Throws a StoreError that names the item and the field.
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
