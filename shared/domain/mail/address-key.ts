/**
 * The form in which two addresses are compared: letters of ASCII folded, and nothing else. `toLowerCase` takes a
 * Kelvin sign for a k, and `normalize` makes one of it, so that a stranger's address would be a participant's.
 */
export const addressKey = (address: string): string =>
  address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Whether two addresses are the same mailbox. */
export const sameAddress = (one: string, other: string): boolean => addressKey(one) === addressKey(other);
