import * as z from 'zod';
import { StoreError } from '../../ports/store-error.ts';

/** How one field is stored: its short name and the codec between the item's value and the field's. */
export interface Field {
  readonly short: string;
  readonly schema: z.ZodType;
  readonly optional?: true;
}

/** How every field of a thing is stored. */
export type FieldTable = Readonly<Record<string, Field>>;
interface Required extends Field {
  readonly optional?: never;
}
interface Optional extends Field {
  readonly optional: true;
}
/** A table that names every field of `T` but those left out, and which of them may be absent. */
export type FieldsOf<T, Without extends keyof T = never> = {
  readonly [K in Exclude<keyof T, Without>]-?: object extends Pick<T, K> ? Optional : Required;
};

const check = (
  result: z.ZodSafeParseResult<unknown>,
  where: string,
  field: string,
  short: string,
): unknown => {
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = [field, ...(issue?.path ?? [])].join('.');
  throw new StoreError('damaged', `item ${where}: field ${path} (${short}): ${issue?.message ?? 'invalid'}`);
};

/** Fields by their short names; null, for a field that went away, stays null. Others are left out. */
export function encodeFields(table: FieldTable, values: object, where: string): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(values));
  const item: Record<string, unknown> = {};
  for (const [name, { short, schema }] of Object.entries(table)) {
    const value = given.get(name);
    if (value === undefined) continue;
    item[short] = value === null ? null : check(z.safeEncode(schema, value), where, name, short);
  }
  return item;
}

/** The reverse; attributes the table does not know are another release's and are left out. */
export function decodeFields(table: FieldTable, item: object, where: string): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(item));
  const values: Record<string, unknown> = {};
  for (const [name, { short, schema }] of Object.entries(table)) {
    const value = given.get(short);
    if (value === undefined) continue;
    values[name] = value === null ? null : check(z.safeDecode(schema, value), where, name, short);
  }
  return values;
}

/** As {@link decodeFields}, for a whole thing: what it must have is there. */
export function decodeWhole(table: FieldTable, item: object, where: string): Record<string, unknown> {
  const values = decodeFields(table, item, where);
  for (const [name, { short, optional }] of Object.entries(table)) {
    if (!optional && !(name in values)) {
      throw new StoreError('damaged', `item ${where}: field ${name} (${short}) is missing`);
    }
  }
  return values;
}
