import { isUnattended } from './automatic.ts';
import { withoutTag } from './own-address.ts';
import type { MailAddress, ParsedMail } from './parsed-mail.ts';

/** Addresses that distinguish the writer from forms. */
export interface KnownAddresses {
  /** Addresses the centre sends from and receives at. */
  readonly own: readonly string[];
  /** Addresses of forms that the municipality runs: the citizen is in Reply-To. */
  readonly forms: readonly string[];
}

/** The person who wrote a mail. */
export interface Writer extends MailAddress {
  /**
   * `from`: the author. `reply-to`: the person for whom a form or a group wrote. DMARC does not check this
   * address.
   */
  readonly by: 'from' | 'reply-to';
}

/** A group or list that writes in the name of a member: `'Sara' via Help <help@rida.example>`. */
const VIA = /(?:^|\s)(?:via|عبر|بواسطة|über|por|par le biais de)\s\S/iu;

/** Return true when a group wrote in the name of a member. */
const isVia = ({ from }: Pick<ParsedMail, 'from'>): boolean => from !== null && VIA.test(from.name);

/** Return the member's address that a group stores in a header when it replaces the author. */
function originalOf({ headers }: Pick<ParsedMail, 'headers'>): MailAddress | null {
  const value = headers['x-original-from'] ?? headers['x-original-sender'] ?? '';
  const address = /[^\s<>",;]{1,200}@[^\s<>",;]{1,255}/.exec(value)?.[0];
  return address === undefined ? null : { name: '', address };
}

/**
 * Return the writer of a mail. If the author is a form or a group, the writer is the address in Reply-To. So it is for
 * an address of the centre, because the centre sends no mail with another Reply-To.
 */
export function writerOf(
  mail: Pick<ParsedMail, 'from' | 'replyTo' | 'headers'>,
  addresses: KnownAddresses,
): Writer | null {
  const { from, replyTo } = mail;
  if (from === null) return null;
  const ours = new Set(addresses.own.map(withoutTag));
  const isOwn = ours.has(withoutTag(from.address));
  const isBox =
    isOwn ||
    isVia(mail) ||
    isUnattended(from.address) ||
    addresses.forms.some((form) => withoutTag(form) === withoutTag(from.address));
  if (isBox) {
    for (const other of [replyTo, originalOf(mail)]) {
      if (other === null || ours.has(withoutTag(other.address)) || isUnattended(other.address)) continue;
      if (withoutTag(other.address) !== withoutTag(from.address)) return { ...other, by: 'reply-to' };
    }
  }
  return { ...from, by: 'from' };
}
