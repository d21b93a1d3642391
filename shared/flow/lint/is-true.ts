/** Return true for a parameter that is true, as a value or as text. */
export const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true';
