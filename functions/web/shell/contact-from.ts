import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { EmailOrPhone } from '#shared/application/beneficiary-id.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { isAbroad } from '#shared/domain/telephone/abroad.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';

/** Parse a typed mail address or telephone number (to E.164). Return undefined for other text. */
export function contactFrom(text: string): EmailOrPhone | undefined {
  const typed = toLatinDigits(stripBidiControls(text)).trim();
  if (/^[^\s@]+@[^\s@]+$/u.test(typed)) return { email: addressKey(typed) };
  const number = parsePhoneNumberFromString(typed, 'SA');
  return number?.isPossible() ? { phone: number.number } : undefined;
}

/** Parse a typed telephone number to E.164. */
export const phoneOf = (typed: string): string | undefined => {
  const contact = contactFrom(typed);
  return contact && 'phone' in contact ? contact.phone : undefined;
};

/**
 * Return why the centre does not call a number: it is in no numbering plan, or it is in another country than the
 * centre's own number.
 */
export function numberFault(phone: string, centre: string): 'invalid-number' | 'abroad' | undefined {
  const number = parsePhoneNumberFromString(phone);
  if (!number?.isValid()) return 'invalid-number';
  return isAbroad(phone, centre) ? 'abroad' : undefined;
}
