import type { Expectation } from './call-types.ts';

const ARABIC_INDIC_ZERO = 0x0660;
const EXTENDED_ZERO = 0x06f0;

/** Keys as a keypad sends them: Arabic-Indic digits become 0–9. */
export const asKeys = (keys: string): string =>
  keys.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= EXTENDED_ZERO ? EXTENDED_ZERO : ARABIC_INDIC_ZERO));
  });

/** What has been keyed in so far, and whether the entry is complete. */
export interface Entry {
  readonly received: string;
  readonly complete: boolean;
}

/**
 * Takes further keys into an entry. The terminator, which may be several keys, or the last digit completes
 * it; `*` deletes what came before, unless the flow takes that meaning from it. Keys pressed after that are
 * lost, as on a call. Source: admin guide, "Store customer input".
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
