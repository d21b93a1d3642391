import * as z from 'zod';
import { StoreError } from '../../ports/store-error.ts';

/** The storage format of one attribute: the codec between the item's value and the field's. */
interface Field {
  readonly schema: z.ZodType;
  readonly optional?: true;
}

/** The storage format of every field of an object. A field and its attribute have the same name. */
export type FieldTable = Readonly<Record<string, Field>>;
interface Required extends Field {
  readonly optional?: never;
}
interface Optional extends Field {
  readonly optional: true;
}
/** A table with every field of `T` except `Without`, each required or optional as in `T`. */
export type FieldsOf<T, Without extends keyof T = never> = {
  readonly [K in Exclude<keyof T, Without>]-?: object extends Pick<T, K> ? Optional : Required;
};

/** A required field. */
export const field = (schema: z.ZodType): Required => ({ schema });
/** An optional field. */
export const optional = (schema: z.ZodType): Optional => ({ schema, optional: true });

type Row = readonly [name: string, schema: z.ZodType, isOptional: boolean];

/** The rows of each table. Tables are constants, and every item of a store is read by one. */
const rows = new WeakMap<FieldTable, readonly Row[]>();

function rowsOf(table: FieldTable): readonly Row[] {
  const listed = rows.get(table);
  if (listed) return listed;
  const made = Object.entries(table).map(
    ([name, { schema, optional: isOptional = false }]): Row => [name, schema, isOptional],
  );
  rows.set(table, made);
  return made;
}

const check = (result: z.ZodSafeParseResult<unknown>, where: string, name: string): unknown => {
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = [name, ...(issue?.path ?? [])].join('.');
  throw new StoreError('damaged', `item ${where}: field ${path}: ${issue?.message ?? 'invalid'}`);
};

/** Encode fields as attributes. Null (a removed field) stays null. Fields outside the table are left out. */
export function encodeFields(table: FieldTable, values: object, where: string): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [name, schema] of rowsOf(table)) {
    const value: unknown = Reflect.get(values, name);
    if (value === undefined) continue;
    item[name] = value === null ? null : check(z.safeEncode(schema, value), where, name);
  }
  return item;
}

/** Decode attributes to fields. Attributes outside the table belong to another release and are left out. */
export function decodeFields(table: FieldTable, item: object, where: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, schema] of rowsOf(table)) {
    const value: unknown = Reflect.get(item, name);
    if (value === undefined) continue;
    values[name] = value === null ? null : check(z.safeDecode(schema, value), where, name);
  }
  return values;
}

/** Decode a whole item like {@link decodeFields}. Throw when a required attribute is missing. */
export function decodeWhole(table: FieldTable, item: object, where: string): Record<string, unknown> {
  const values = decodeFields(table, item, where);
  for (const [name, , isOptional] of rowsOf(table)) {
    if (!isOptional && !(name in values))
      throw new StoreError('damaged', `item ${where}: field ${name} is missing`);
  }
  return values;
}
