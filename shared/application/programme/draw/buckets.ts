import { keyedHash } from '#shared/runtime/ids.ts';

/** Return the bucket of a person: the same for the same id, on every machine. */
export const bucketOf = (person: string, buckets: number): number =>
  buckets === 1 ? 0 : Number.parseInt(keyedHash('bucket', person).slice(0, 8), 16) % buckets;
