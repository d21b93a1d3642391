/**
 * Return the form in which addresses are compared. Only ASCII letters are folded: `toLowerCase` maps the
 * Kelvin sign to k, and `normalize` maps other letters to ASCII, so another address would match a
 * participant's.
 */
export const addressKey = (address: string): string =>
  address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Return true when two addresses are the same mailbox. */
export const sameAddress = (one: string, other: string): boolean => addressKey(one) === addressKey(other);

/** Return the local part without quotes and backslashes, which only write it (RFC 5321 §4.1.2). */
function withoutQuotes(address: string): string {
  const at = address.lastIndexOf('@');
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(address.slice(0, Math.max(0, at)))?.[1];
  return quoted === undefined ? address : `${quoted.replace(/\\(.)/g, '$1')}${address.slice(at)}`;
}

/**
 * Return true when a report of a mail server names a mailbox, however it quotes it: `"a;b"@x.example` is
 * `a;b@x.example`. Never use it to prove who an author is.
 */
export const sameMailbox = (one: string, other: string): boolean =>
  sameAddress(withoutQuotes(one.trim()), withoutQuotes(other.trim()));
