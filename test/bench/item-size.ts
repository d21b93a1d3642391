const CONTAINER_OVERHEAD = 3;

const numberSize = (value: number | bigint): number => {
  const digits = String(value)
    .replace(/e.*$|[-.]/gu, '')
    .replace(/^0+|0+$/gu, '').length;
  return Math.ceil(digits / 2) + 1 + (value < 0 ? 1 : 0);
};

/** Return the size of an attribute value in bytes, by the rules of DynamoDB. */
function valueSize(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberSize(value);
  if (typeof value === 'boolean' || value === null) return 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value))
    return value.reduce<number>((sum, part) => sum + valueSize(part) + 1, CONTAINER_OVERHEAD);
  if (typeof value === 'object') return itemSize(value) + Object.keys(value).length + CONTAINER_OVERHEAD;
  return 0;
}

/**
 * Return the size of an item in bytes: the UTF-8 length of every name and the size of every value. A list or
 * map costs three bytes and one for each element (DynamoDB Developer Guide, "Item sizes and formats").
 */
export const itemSize = (item: object): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + Buffer.byteLength(name) + valueSize(value)),
    0,
  );
