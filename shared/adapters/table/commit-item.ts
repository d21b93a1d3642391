import * as z from 'zod';
import { actor } from '#events/vocabulary.ts';
import type { Commit } from '#shared/ports/store.ts';
import { decodeFields, decodeWhole, encodeFields, type FieldsOf } from './fields.ts';
import { fieldTables } from './head-item.ts';
import type { Item } from './item.ts';
import { COMMIT, commitSort, ownerOf, partitionOf, versionOf } from './keys.ts';
import { renamed } from './renamed.ts';
import { expand } from './squeeze.ts';

const draft = renamed(
  { type: 't', data: 'd' },
  z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }),
);

type Stored = Omit<Commit, 'causationId'> & { readonly causationId?: string };

const fields: FieldsOf<Stored, 'kind' | 'id' | 'version'> = {
  cause: { short: 'c', schema: z.string() },
  by: { short: 'by', schema: actor },
  at: { short: 'a', schema: z.int() },
  recordedAt: { short: 'r', schema: z.int() },
  correlationId: { short: 'co', schema: z.string() },
  causationId: { short: 'ca', schema: z.string(), optional: true },
  events: { short: 'e', schema: z.array(draft) },
  patch: { short: 'p', schema: z.record(z.string(), z.unknown()) },
};

/** Whether an item, by its sort key, is a commit: what the relay takes from the stream. */
export const isCommit = ({ sk }: { readonly sk: string }): boolean => sk.startsWith(COMMIT);

/** A commit as an item; ids that are the same are stored once. */
export function commitItem(commit: Commit): Item {
  const { kind, id, version, causationId, patch, ...said } = commit;
  const key = { pk: partitionOf(kind, id), sk: commitSort(version) };
  const where = `${key.pk} ${key.sk}`;
  const more = causationId === commit.correlationId ? {} : { causationId };
  return {
    ...key,
    ...encodeFields(
      fields,
      { ...said, ...more, patch: encodeFields(fieldTables[kind], patch, where) },
      where,
    ),
  };
}

/**
 * The commit an item holds: an item read from the table, or the unmarshalled new image of a stream
 * record. The events are as they were written; their contracts are checked where they leave for the
 * bus. Throws a StoreError that names the item and the field.
 */
export function commitOf(stored: Item): Commit {
  const item = expand(stored);
  const { kind, id } = ownerOf(item.pk);
  const where = `${item.pk} ${item.sk}`;
  const said = decodeWhole(fields, item, where) as unknown as Stored;
  return {
    ...said,
    causationId: said.causationId ?? said.correlationId,
    kind,
    id,
    version: versionOf(item.sk),
    patch: decodeFields(fieldTables[kind], said.patch, where),
  };
}
