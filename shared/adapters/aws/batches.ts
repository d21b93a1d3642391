/**
 * Split items into batches for an API that limits both their number and their total bytes. A single item that
 * is too large gets its own batch, so that the service rejects it.
 */
export function batchesOf<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  { most, bytes }: { readonly most: number; readonly bytes: number },
): T[][] {
  const batches: T[][] = [];
  let current: T[] = [];
  let filled = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (current.length > 0 && (current.length === most || filled + size > bytes)) {
      batches.push(current);
      current = [];
      filled = 0;
    }
    current.push(item);
    filled += size;
  }
  return current.length === 0 ? batches : [...batches, current];
}
