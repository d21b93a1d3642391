import type { Aggregate, Kind } from '#shared/ports/store.ts';

/**
 * Number of newest causes in the state of an aggregate. The store keeps a proof of each older one.
 * @internal exported for tests
 */
export const CAUSES_KEPT = 16;

/** Append a cause to the causes of an aggregate. */
export const withCause = (causes: readonly string[], cause: string): readonly string[] =>
  [...causes, cause].slice(-CAUSES_KEPT);

/** Return the cause that a state stops listing when another one is appended, or undefined while there is room. */
export const evictedBy = (causes: readonly string[]): string | undefined =>
  causes.length < CAUSES_KEPT ? undefined : causes[0];

/** Return true when the state lists the cause. */
export const hasProcessed = (state: Aggregate, cause: string): boolean => state.causes.includes(cause);

/**
 * Return true when the aggregate has more commits than its state lists, so that an older cause may be
 * missing.
 */
export const hasEvicted = (state: Aggregate): boolean => state.version > state.causes.length;

const IS_ENDLESS: Readonly<Record<Kind, boolean>> = {
  case: false,
  call: false,
  'call-out': false,
  person: false,
  staff: false,
  digest: true,
  lines: true,
  week: false,
  replicate: false,
  frame: true,
  task: false,
};

/**
 * Return true when the store keeps proofs of causes that a state no longer lists. Digests and lines have an
 * unlimited number of commits and need no proofs, because repeats are detected elsewhere: by each notice, by a
 * timer, by the call itself.
 */
export const keepsProofs = (kind: Kind): boolean => !IS_ENDLESS[kind];
