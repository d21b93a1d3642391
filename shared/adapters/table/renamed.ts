import * as z from 'zod';

type Names = Readonly<Record<string, string>>;

const rename = (value: object, names: ReadonlyMap<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [names.get(name) ?? name, part]),
  );

/** A codec that stores an object's fields under short names, given as `{ field: short }`. */
export function renamed<S extends z.ZodType<object, object>>(names: Names, schema: S) {
  const shorter = new Map(Object.entries(names));
  const longer = new Map(Object.entries(names).map(([name, short]) => [short, name]));
  return z.codec(z.record(z.string(), z.unknown()), schema, {
    decode: (stored) => rename(stored, longer) as z.input<S>,
    encode: (value) => rename(value, shorter),
  });
}
