import { addressKey } from '#shared/domain/mail/address-key.ts';
import type { Keys } from '#shared/ports/outside.ts';

/** A mail address, or a telephone number in E.164. */
export type EmailOrPhone = { readonly email: string } | { readonly phone: string };

const LENGTH = 16;
const PURPOSE = 'beneficiary.v1';

const canonical = (contact: EmailOrPhone): string => {
  if ('email' in contact) return `mailto:${addressKey(contact.email)}`;
  if (!/^\+[1-9]\d{6,14}$/u.test(contact.phone)) throw new RangeError('a telephone number must be E.164');
  return `tel:${contact.phone}`;
};

/**
 * Return the pseudonymous id of a beneficiary: 16 characters of base64url (96 bits), the same for the same
 * address or number, and not reversible without the key. Safe in events and in the table's keys.
 * @throws RangeError for a number that is not E.164
 */
export const beneficiaryId = async (keys: Keys, contact: EmailOrPhone): Promise<string> =>
  (await keys.seal(PURPOSE, canonical(contact))).slice(0, LENGTH);
