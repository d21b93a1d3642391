import type { Expectation } from './call-types.ts';

const ARABIC_INDIC_ZERO = 0x0660;
const EXTENDED_ZERO = 0x06f0;

/** Convert keys to those of a keypad: Arabic-Indic digits become 0–9. */
const asKeys = (keys: string): string =>
  keys.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= EXTENDED_ZERO ? EXTENDED_ZERO : ARABIC_INDIC_ZERO));
  });

/** The keys received so far, and whether the input is complete. */
export interface Entry {
  readonly received: string;
  readonly complete: boolean;
}

/**
 * Add keys to an input. The terminator (one or several keys) or the last digit completes it. `*` deletes the
 * earlier keys, unless the flow disables that. Keys after the end are lost, as on a call. Source: admin
 * guide, "Store customer input".
 */
export function takeKeys({ received, maxDigits, terminator, noCancelKey }: Expectation, keys: string): Entry {
  let entry = received;
  for (const key of asKeys(keys)) {
    entry += key;
    if (terminator !== undefined && entry.endsWith(terminator))
      return { received: entry.slice(0, -terminator.length), complete: true };
    if (key === '*' && maxDigits > 1 && noCancelKey !== true) entry = '';
    if (entry.length >= maxDigits) return { received: entry, complete: true };
  }
  return { received: entry, complete: false };
}
