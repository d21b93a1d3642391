import type { CallPurpose } from '#events/vocabulary.ts';
import type { CallOut } from './call-out.ts';

/** The flow that whoever is called for a purpose hears. */
export const flowOf = (purpose: CallPurpose): `outbound/${CallPurpose}-call` => `outbound/${purpose}-call`;

/** What nothing is said of: Connect takes no empty attribute. */
const NOTHING = '-';

/** What the contact of an attempt carries: which call out it is, and nothing personal. */
export const callAttributes = (
  { id, purpose, language, caseRef = NOTHING }: CallOut,
  attempt: number,
): Readonly<Record<string, string>> => ({
  ...{ language, purpose, caseRef, line: purpose === 'investor' ? 'investors' : 'general' },
  ...{ callOutId: id, attempt: String(attempt) },
});
