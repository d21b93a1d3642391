import { hash } from 'node:crypto';

export const APPLIED_BYTES = 8;
const COMPACT = /^[\w-]{11}$/u;

/**
 * Shorten an event id for the figures of a day: eight bytes of its SHA-256, base64url. A shortened id is
 * returned unchanged, so a list may mix both.
 */
export const appliedKey = (id: string): string =>
  COMPACT.test(id)
    ? id
    : Buffer.from(hash('sha256', id, 'buffer').subarray(0, APPLIED_BYTES)).toString('base64url');
