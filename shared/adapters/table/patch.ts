import { isDeepStrictEqual } from 'node:util';
import type { Patch } from '#shared/ports/store.ts';

/** Fields that the store itself maintains. They are never part of a patch. */
const KEPT: ReadonlySet<string> = new Set(['id', 'version', 'causes']);

/** Return the fields in which two states differ. A removed field is null. */
export function diff(before: object | undefined, after: object): Patch {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const patch: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const previous = old.get(field);
    old.delete(field);
    if (KEPT.has(field)) continue;
    const gone = value === undefined;
    if (gone ? previous !== undefined : !isDeepStrictEqual(previous, value))
      patch[field] = gone ? null : value;
  }
  for (const [field, value] of old) if (!KEPT.has(field) && value !== undefined) patch[field] = null;
  return patch;
}

/** Apply a patch to a state: `apply(before, diff(before, after))` equals `after`. */
export const apply = (state: object, patch: Patch): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...state, ...patch }).filter(([, value]) => value !== null && value !== undefined),
  );
