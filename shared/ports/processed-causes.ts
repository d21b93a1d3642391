import { hash } from 'node:crypto';
import type { Aggregate, Kind } from '#shared/ports/store.ts';

const DIGITS = 12;

/** Number of newest causes in the state of an aggregate. Older ones are looked up in the commits. */
export const CAUSES_KEPT = 64;

/**
 * Return the key of a cause: 72 bits of its SHA-256, so that causes with a common prefix get different keys.
 */
export const causeKey = (cause: string): string => hash('sha256', cause, 'base64url').slice(0, DIGITS);

/** Append a cause to the causes of an aggregate. */
export const withCause = (causes: readonly string[], cause: string): readonly string[] =>
  [...causes, causeKey(cause)].slice(-CAUSES_KEPT);

/** Return true when the state lists the cause. */
export const hasProcessed = (state: Aggregate, cause: string): boolean =>
  state.causes.includes(causeKey(cause));

/**
 * Return true when the aggregate has more commits than its state lists, so that an older cause may be
 * missing.
 */
export const hasEvicted = (state: Aggregate): boolean => state.version > state.causes.length;

const ENDLESS: ReadonlySet<Kind> = new Set(['digest', 'lines']);

/**
 * Return true when an evicted cause must be looked up in the commits. Digests and lines have an unlimited
 * number of commits and need no lookup, because repeats are detected elsewhere: by each notice, by a timer,
 * by the call itself.
 */
export const needsCauseLookup = (kind: Kind, state: Aggregate): boolean =>
  !ENDLESS.has(kind) && hasEvicted(state);

export const packCauses = (causes: readonly string[]): string => causes.join('');
export const unpackCauses = (packed: string): string[] => packed.match(/.{12}/gu) ?? [];
