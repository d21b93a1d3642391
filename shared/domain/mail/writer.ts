import { isUnattended } from './automatic.ts';
import { withoutTag } from './own-address.ts';
import type { MailAddress, ParsedMail } from './parsed-mail.ts';

/** Addresses that say who wrote and who is only a letter box. */
export interface KnownAddresses {
  /** Addresses the centre sends from and receives at. */
  readonly own: readonly string[];
  /** Addresses of forms that the municipality runs: the citizen is in Reply-To. */
  readonly forms: readonly string[];
}

/** The person a mail is from. */
export interface Writer extends MailAddress {
  /**
   * `from`: the author. `reply-to`: somebody for whom a form or a group wrote; DMARC says nothing about them.
   */
  readonly by: 'from' | 'reply-to';
}

/** A group or list that writes in the name of a member: `'Sara' via Help <help@rida.example>`. */
const VIA = /(?:^|\s)(?:via|عبر|بواسطة|über|por|par le biais de)\s\S/iu;

/** Whether a group wrote in the name of one of its members. */
const isVia = ({ from }: Pick<ParsedMail, 'from'>): boolean => from !== null && VIA.test(from.name);

/** The address that a group keeps of its member, when it takes the place of the author. */
function originalOf({ headers }: Pick<ParsedMail, 'headers'>): MailAddress | null {
  const value = headers['x-original-from'] ?? headers['x-original-sender'] ?? '';
  const address = /[^\s<>",;]{1,200}@[^\s<>",;]{1,255}/.exec(value)?.[0];
  return address === undefined ? null : { name: '', address };
}

/**
 * Return the writer of a mail. The author of a form or of a group is a letter box: the person is the one it asks to answer.
 * The centre itself wrote nothing that asks to answer somebody else.
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
