import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { EmailOrPhone } from '#shared/application/beneficiary-id.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';

/** Parse a typed mail address or telephone number (to E.164). Return undefined for other text. */
export function contactFrom(text: string): EmailOrPhone | undefined {
  const typed = toLatinDigits(stripBidiControls(text)).trim();
  if (/^[^\s@]+@[^\s@]+$/u.test(typed)) return { email: addressKey(typed) };
  const number = parsePhoneNumberFromString(typed, 'SA');
  return number?.isPossible() ? { phone: number.number } : undefined;
}
