import { isDeepStrictEqual } from 'node:util';
import type { Aggregate, Patch } from '#shared/ports/store.ts';

const KEPT_APART = new Set(['id', 'version', 'causes']);

/** Return the changed fields between two states with their new values; null for a removed field. */
export function patchOf(before: Aggregate | undefined, after: Aggregate): Patch {
  const old: Record<string, unknown> = { ...before };
  const now: Record<string, unknown> = { ...after };
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return Object.fromEntries(
    names
      .filter((name) => !KEPT_APART.has(name) && !isDeepStrictEqual(old[name], now[name]))
      .map((name) => [name, now[name] ?? null]),
  );
}
