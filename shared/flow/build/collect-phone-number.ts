import type { Block } from './block.ts';
import { collectEntry, type EntryOptions } from './collect-digits.ts';

export interface CollectPhoneNumberOptions<T extends string> extends EntryOptions<T> {
  /** Two-letter country code for national numbers. Without it, numbers include the country code. */
  readonly country?: string;
}

/**
 * Ask for a telephone number, validated by Connect (`GetParticipantInput` with `PhoneNumberValidation`).
 * Repeat the question after an invalid number. Pass the stored value to
 * `setCallbackNumber('$.StoredCustomerInput', …)`.
 */
export const collectPhoneNumber = <const T extends string>(options: CollectPhoneNumberOptions<T>): Block<T> =>
  collectEntry(options, {
    parameters: {
      PhoneNumberValidation:
        options.country === undefined
          ? { NumberFormat: 'E164' }
          : { NumberFormat: 'Local', CountryCode: options.country },
    },
    refusals: ['InvalidPhoneNumber'],
  });
