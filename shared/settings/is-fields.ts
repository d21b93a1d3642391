export type Fields = Readonly<Record<string, unknown>>;

/** Return true for an object with named fields, not a list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
