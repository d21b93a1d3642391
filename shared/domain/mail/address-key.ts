/**
 * Return the form in which addresses are compared. Only ASCII letters are folded: `toLowerCase` maps the
 * Kelvin sign to k, and `normalize` maps other letters to ASCII, so another address would match a
 * participant's.
 */
export const addressKey = (address: string): string =>
  address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Return true when two addresses are the same mailbox. */
export const sameAddress = (one: string, other: string): boolean => addressKey(one) === addressKey(other);
