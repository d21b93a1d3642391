import { HOUR } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import { StoreError } from '#shared/ports/store-error.ts';

/** The wrong contacts that may be tried within an hour: for one reference, and from one network. */
const MOST_GUESSES = { perReference: 10, perNetwork: 30 } as const;

const PURPOSE = 'guess.v1|';
/** Begins the name of each quota of guesses. Pages without a sign-in may change only these quotas. */
const QUOTA = 'guesses-';

/** A guess at the contact of a case. */
export interface Guess {
  /** The reference in its usual form, or as typed when it has none. */
  readonly reference: string;
  readonly contact: string;
  readonly network: string;
}

export interface GuessDeps {
  readonly quotas: QuotaStore;
  readonly keys: Keys;
  readonly clock: { now(): number };
}

/**
 * Judge a guess unless the guesses of its reference or of its network are used up. Only wrong guesses count. A wrong
 * guess, one about an unknown case and one beyond a limit do the same work, so that their time does not differ.
 * @param judge return the result of a right guess, or null. It is called in any case.
 */
export async function limitedGuess<T>(
  { quotas, keys, clock }: GuessDeps,
  { reference, contact, network }: Guess,
  judge: () => Promise<T | null>,
): Promise<T | null> {
  const now = clock.now();
  // Names and slots are seals: the table holds neither an address nor a guess.
  const [ofReference, ofNetwork, slot] = await Promise.all([
    keys.shortSeal(PURPOSE, `reference ${reference}`),
    keys.shortSeal(PURPOSE, `network ${network}`),
    keys.shortSeal(PURPOSE, `guess ${reference} ${contact}`),
  ]);
  const limits = [
    { name: `${QUOTA}of-${ofReference}`, allowed: MOST_GUESSES.perReference, withinMs: HOUR },
    { name: `${QUOTA}from-${ofNetwork}`, allowed: MOST_GUESSES.perNetwork, withinMs: HOUR },
  ];
  const attempts = limits.map((limit) =>
    quotas.attempt(limit, slot, now).then(({ isAllowed }) => isAllowed, isNotThrottled),
  );
  const [found, ...allowed] = await Promise.all([judge(), ...attempts]);
  if (found === null || allowed.includes(false)) return null;
  await Promise.all(limits.map((limit) => quotas.release(limit, slot)));
  return found;
}

/** Many guesses at the same moment throttle each other. They count as used up. */
function isNotThrottled(error: unknown): false {
  if (error instanceof StoreError && error.code === 'throttled') return false;
  throw error;
}
