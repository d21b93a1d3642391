import { hash } from 'node:crypto';
import type { Aggregate, Kind } from '#shared/ports/store.ts';

const DIGITS = 12;

/** How many of its newest causes a head names; older ones are looked up in the commits. */
export const CAUSES_KEPT = 64;

/** A cause as a head names it: 72 bits of its SHA-256, so that causes that begin alike stay apart. */
export const causeKey = (cause: string): string => hash('sha256', cause, 'base64url').slice(0, DIGITS);

/** The causes of a head once one more was committed. */
export const withCause = (causes: readonly string[], cause: string): readonly string[] =>
  [...causes, causeKey(cause)].slice(-CAUSES_KEPT);

/** Whether a head names a cause. */
export const hasProcessed = (state: Aggregate, cause: string): boolean =>
  state.causes.includes(causeKey(cause));

/** Whether a head had more commits than it names, so that an unnamed cause may still be one of them. */
export const hasEvicted = (state: Aggregate): boolean => state.version > state.causes.length;

const ENDLESS: ReadonlySet<Kind> = new Set(['digest', 'lines']);

/**
 * Whether causes a head no longer names are looked up in its commits. A digest and the lines have commits
 * without end, and what they hold is proven elsewhere: once for each notice, by a timer, by the call itself.
 */
export const needsCauseLookup = (kind: Kind, state: Aggregate): boolean =>
  !ENDLESS.has(kind) && hasEvicted(state);

export const packCauses = (causes: readonly string[]): string => causes.join('');
export const unpackCauses = (packed: string): string[] => packed.match(/.{12}/gu) ?? [];
