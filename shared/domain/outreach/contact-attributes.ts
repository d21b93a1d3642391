import type { CallPurpose } from '#events/vocabulary.ts';
import type { CallOut } from './call-out.ts';

/** Return the flow of an outgoing call with this purpose. */
export const flowForPurpose = (purpose: CallPurpose): `outbound/${CallPurpose}-call` =>
  `outbound/${purpose}-call`;

/** Stands for a missing value, because Connect does not accept an empty attribute. */
const NOTHING = '-';

/** Build the contact attributes of an attempt: which outgoing call it is, without personal data. */
export const callAttributes = (
  { id, purpose, language, caseRef = NOTHING }: CallOut,
  attempt: number,
): Readonly<Record<string, string>> => ({
  ...{ language, purpose, caseRef, line: purpose === 'investor' ? 'investors' : 'general' },
  ...{ callOutId: id, attempt: String(attempt) },
});
