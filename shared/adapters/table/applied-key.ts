import { hash } from 'node:crypto';

export const APPLIED_BYTES = 8;
const COMPACT = /^[\w-]{11}$/u;

/**
 * An event id as the figures of a day name it: eight bytes of its SHA-256, base64url. What is such a
 * key already stays as it is, so it may be applied to a mixture of ids and keys.
 */
export const appliedKey = (id: string): string =>
  COMPACT.test(id)
    ? id
    : Buffer.from(hash('sha256', id, 'buffer').subarray(0, APPLIED_BYTES)).toString('base64url');
