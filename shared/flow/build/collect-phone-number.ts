import type { Block } from './block.ts';
import { collectEntry, type EntryOptions } from './collect-digits.ts';

export interface CollectPhoneNumberOptions<T extends string> extends EntryOptions<T> {
  /** Two-letter code of the country whose numbers are keyed in as at home; without it, with the country code. */
  readonly country?: string;
}

/**
 * A telephone number, checked by Connect (`GetParticipantInput` with `PhoneNumberValidation`) and put again
 * when it is none. What is stored suits `setCallbackNumber('$.StoredCustomerInput', …)`.
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
