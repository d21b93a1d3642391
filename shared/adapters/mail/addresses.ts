import type { AddressObject, EmailAddress } from 'mailparser';
import type { MailAddress } from '#shared/domain/mail/parsed-mail.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';

const ADDRESS = /^[^\s@<>]{1,200}@[^\s@<>]{1,255}$/;

/**
 * mailparser reads `Smith, John <john@example.com>` without quotes as two entries, the first without an
 * address. Join them.
 */
function withWholeNames(entries: readonly EmailAddress[]): EmailAddress[] {
  const whole: EmailAddress[] = [];
  let family = '';
  for (const entry of entries) {
    if (!entry.address && !entry.group) {
      family = family === '' ? entry.name : `${family}, ${entry.name}`;
      continue;
    }
    whole.push(family === '' ? entry : { ...entry, name: entry.name ? `${family}, ${entry.name}` : family });
    family = '';
  }
  return whole;
}

/** Format a name for display: one line, without characters that reorder text, without surrounding quotes. */
const shownName = (name: string): string =>
  stripBidiControls(name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();

/** Return the mailboxes of a parsed address header, including members of groups (RFC 6854). */
export function addresses(value: unknown): MailAddress[] {
  const objects = [value ?? []].flat() as AddressObject[];
  return objects
    .flatMap((object) => withWholeNames(object.value))
    .flatMap((entry) => (entry.group ? withWholeNames(entry.group) : [entry]))
    .map(({ name, address = '' }) => ({ name, address: address.trim().replace(/^mailto:/i, '') }))
    .filter(({ address }) => ADDRESS.test(address))
    .map(({ name, address }) => {
      const at = address.lastIndexOf('@');
      return { name: shownName(name), address: address.slice(0, at) + address.slice(at).toLowerCase() };
    });
}
