const REFERENCE = /\$\.[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\.?\[(?:'[^']*'|"[^"]*"|\d+)\])*/g;
const PART = /\.?\[(?:'([^']*)'|"([^"]*)"|(\d+))\]|\.?([A-Za-z_][\w-]*)/g;

/** Return every JSONPath reference in a text. */
export const referencesIn = (text: string): string[] => text.match(REFERENCE) ?? [];

/** Split a reference: `$.Attributes['my key']` → `Attributes`, `my key`. */
export const partsOf = (reference: string): string[] =>
  [...reference.slice(2).matchAll(PART)].map(([, single, double, index, name]) => {
    return single ?? double ?? index ?? name ?? '';
  });

/** Return the value of a reference, or undefined. Only own properties are read. */
export function lookUp(reference: string, data: unknown): unknown {
  return partsOf(reference).reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Record<string, unknown>)[part];
  }, data);
}

const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Replace the references of a text by their values. Missing values become empty, as in Connect. */
export const fillIn = (text: string, data: unknown): string =>
  text.replace(REFERENCE, (reference) => asText(lookUp(reference, data)));

/** Return a nested parameter, or undefined. */
export function within(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}
