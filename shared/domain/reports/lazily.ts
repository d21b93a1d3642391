/** Return an object whose fields are computed when they are first read. A reader of few fields pays for these alone. */
export function lazily<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {};
  for (const [name, compute] of Object.entries(fields) as [string, () => unknown][])
    Object.defineProperty(made, name, {
      ...{ enumerable: true, configurable: true },
      get() {
        const value = compute();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  return made as T;
}
