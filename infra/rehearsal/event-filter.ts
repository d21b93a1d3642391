/** Return whether a value matches a pattern of Lambda's event filtering: values, or their beginning. */
function matchesPattern(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern))
    return pattern.some((one: unknown) => {
      if (typeof one !== 'object' || one === null) return one === value;
      const { prefix, exists } = one as { prefix?: string; exists?: boolean };
      if (exists !== undefined) return exists === (value !== undefined);
      return prefix !== undefined && typeof value === 'string' && value.startsWith(prefix);
    });
  if (typeof pattern !== 'object' || pattern === null) return false;
  return Object.entries(pattern).every(([name, inner]) =>
    matchesPattern(inner, (value as Readonly<Record<string, unknown>> | undefined)?.[name]),
  );
}

/** Lambda filters records of Kinesis by their decoded data. */
function filterable(record: Readonly<Record<string, unknown>>): unknown {
  const { data } = (record.kinesis ?? {}) as { data?: string };
  if (data === undefined) return record;
  try {
    return { ...record, data: JSON.parse(Buffer.from(data, 'base64').toString()) as unknown };
  } catch {
    return record;
  }
}

/** Return whether a mapping with these patterns delivers a record. Without patterns it delivers all. */
export const isWanted = (patterns: readonly string[], record: Readonly<Record<string, unknown>>): boolean =>
  patterns.length === 0 ||
  patterns.some((pattern) => matchesPattern(JSON.parse(pattern), filterable(record)));
