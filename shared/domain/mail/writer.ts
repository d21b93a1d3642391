import { sameAddress } from './address-key.ts';
import { withoutTag } from './own-address.ts';
import type { MailAddress, ParsedMail } from './parsed-mail.ts';
import { isUnattended } from './unattended.ts';
import { writableAddress } from './writable-address.ts';

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
export const isVia = ({ from }: Pick<ParsedMail, 'from'>): boolean => from !== null && VIA.test(from.name);

type AnswerFields = Pick<ParsedMail, 'replyTo' | 'otherReplyTo'>;

/** Return the addresses of Reply-To that people read: none of the centre and none without a reader. */
function askedFor({ replyTo, otherReplyTo = [] }: AnswerFields, own: readonly string[]): MailAddress[] {
  const ours = new Set(own.map(withoutTag));
  const all = [...(replyTo ? [replyTo] : []), ...otherReplyTo];
  return all.filter(({ address }) => !ours.has(withoutTag(address)) && !isUnattended(address));
}

/**
 * Return the address at which the writer of a mail asks to be answered, when it is another one. Nothing proves that it
 * belongs to the writer: agents answer there, the centre sends nothing there on its own.
 */
export function answerAddressOf(
  mail: AnswerFields,
  writer: Writer | null,
  own: readonly string[],
): string | undefined {
  if (writer?.by !== 'from') return undefined;
  const [asked] = askedFor(mail, own).filter(({ address }) => writableAddress(address) !== undefined);
  return asked === undefined || sameAddress(asked.address, writer.address) ? undefined : asked.address;
}

/** Return the member's address that a group stores in a header when it replaces the author. */
function originalOf({ headers }: Pick<ParsedMail, 'headers'>): MailAddress[] {
  const value = headers['x-original-from'] ?? headers['x-original-sender'] ?? '';
  const address = /[^\s<>",;]{1,200}@[^\s<>",;]{1,255}/.exec(value)?.[0];
  return address === undefined ? [] : [{ name: '', address }];
}

/**
 * Return the writer of a mail. If the author is a form or a group, the writer is the address in Reply-To. So it is for
 * an address of the centre, because the centre sends no mail with another Reply-To.
 */
export function writerOf(
  mail: Pick<ParsedMail, 'from' | 'replyTo' | 'otherReplyTo' | 'headers'>,
  addresses: KnownAddresses,
): Writer | null {
  const { from } = mail;
  if (from === null) return null;
  const ours = new Set(addresses.own.map(withoutTag));
  const isOwn = ours.has(withoutTag(from.address));
  const isBox =
    isOwn ||
    isVia(mail) ||
    isUnattended(from.address) ||
    addresses.forms.some((form) => withoutTag(form) === withoutTag(from.address));
  if (isBox) {
    const original = originalOf(mail);
    const named = askedFor(
      { ...mail, otherReplyTo: [...(mail.otherReplyTo ?? []), ...original] },
      addresses.own,
    );
    const person = named.find(({ address }) => withoutTag(address) !== withoutTag(from.address));
    if (person) return { ...person, by: 'reply-to' };
  }
  return { ...from, by: 'from' };
}
