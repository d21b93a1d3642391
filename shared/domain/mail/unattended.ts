import { addressKey } from './address-key.ts';

const UNATTENDED =
  /^(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|autoreply|donotreply)(?:[+@-]|$)/;

/** Return true for an address without a reader, such as noreply. */
export const isUnattended = (address: string): boolean => UNATTENDED.test(addressKey(address));
