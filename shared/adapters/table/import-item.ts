import { instant } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field, optional } from './fields.ts';
import type { Item } from './item.ts';
import { importKey } from './keys.ts';

/** The import of an export of another centre. */
export interface ImportProgress {
  readonly startedAt: number;
  /** Missing while the import is not complete. */
  readonly finishedAt?: number;
}

const fields: FieldsOf<ImportProgress> = { startedAt: field(instant), finishedAt: optional(instant) };

/** Convert the import of an export to an item. */
export const importItem = (id: string, progress: ImportProgress): Item => ({
  ...importKey(id),
  ...encodeFields(fields, progress, importKey(id).pk),
});

export const importOf = (item: Item): ImportProgress =>
  decodeWhole(fields, item, item.pk) as unknown as ImportProgress;

/** Whether an item is about an import. It belongs to one table, and is in no export. */
export const isImport = ({ pk }: { readonly pk: string }): boolean => pk.startsWith(importKey('').pk);
