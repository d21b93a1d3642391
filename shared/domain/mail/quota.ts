/** A limit: `allowed` actions within a time. Actions of the same name share it. */
export interface Quota {
  readonly name: string;
  readonly allowed: number;
  readonly withinMs: number;
}

/** An action that was counted. */
export interface QuotaPlace {
  readonly slot: string;
  readonly at: number;
}

/**
 * `others`: the actions counted within the time before this one. `freeAt`: when an action is allowed again;
 * missing when none is ever allowed.
 */
export type QuotaAnswer =
  | { readonly isAllowed: true; readonly others: number }
  | { readonly isAllowed: false; readonly freeAt?: number };

export interface Counted {
  readonly answer: QuotaAnswer;
  /** The places to store. Undefined when they did not change. */
  readonly places?: readonly QuotaPlace[];
}

/**
 * Count an attempt like `countIn`, and return the places to store in any case. Nothing about the attempt then tells
 * whether its limit was reached, not even its time.
 */
export function attemptIn(
  stored: readonly QuotaPlace[],
  quota: Quota,
  slot: string,
  now: number,
): Required<Counted> {
  const { answer, places } = countIn(stored, quota, slot, now);
  return { answer, places: places ?? placesWithin(stored, quota, now) };
}

/** Return the places that still count. */
const placesWithin = (
  stored: readonly QuotaPlace[],
  { withinMs }: Quota,
  now: number,
): readonly QuotaPlace[] => stored.filter(({ at }) => at > now - withinMs);

/**
 * Count an action, identified by its slot, unless the limit is reached. An action that was counted before is
 * allowed again, so that a repeated delivery is not counted twice.
 */
export function countIn(stored: readonly QuotaPlace[], quota: Quota, slot: string, now: number): Counted {
  const { allowed, withinMs } = quota;
  const places = placesWithin(stored, quota, now);
  // A repeated delivery gets the answer of the first, although others were counted in the meantime.
  const counted = places.findIndex((place) => place.slot === slot);
  if (counted >= 0) return { answer: { isAllowed: true, others: counted } };
  if (places.length < allowed)
    return { answer: { isAllowed: true, others: places.length }, places: [...places, { slot, at: now }] };
  if (allowed <= 0) return { answer: { isAllowed: false } };
  const earliest = places.map(({ at }) => at).sort((a, b) => a - b)[places.length - allowed];
  return { answer: { isAllowed: false, freeAt: (earliest ?? now) + withinMs } };
}

/** Take back a counted action. The places are undefined when it was not counted. */
export function releaseFrom(stored: readonly QuotaPlace[], slot: string): Counted {
  const places = stored.filter((place) => place.slot !== slot);
  const answer = { isAllowed: true, others: places.length } as const;
  return places.length === stored.length ? { answer } : { answer, places };
}
