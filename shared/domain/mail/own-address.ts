import { addressKey } from './address-key.ts';

/** `help+4K7R2M0385@…`: the address under which a reply names its case. */
export function replyAddress(address: string, reference: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${reference.replaceAll('-', '')}${address.slice(at)}`;
}

/** Return the beginning of the Message-IDs of all mails about a case. */
export const ownIdPrefix = (reference: string): string => `<${reference.replaceAll('-', '')}.`;

/**
 * Build a Message-ID: the reference, so that a reply names its case, and a token that is unique in the case
 * and the same when a send is repeated.
 */
export function ownMessageId(reference: string, token: string, domain: string): string {
  return `${ownIdPrefix(reference)}${token.replace(/[^A-Za-z0-9-]/g, '-')}@${domain}>`;
}

/** The place of the reference in the Message-ID of a mail that is not about a case. */
const NO_CASE = '0000000000';

/** Build the Message-ID of a mail to staff that is not about a case, such as a digest. */
export const staffMessageId = (token: string, helpAddress: string): string =>
  ownMessageId(NO_CASE, token, helpAddress.split('@')[1] ?? '');

/** A header of every mail from this centre, which identifies it when it is sent back. */
export const OWN_HEADER = 'x-rida-mail';

const OWN_TOKEN = /^<?[0-9A-Z]{10}\.([0-9a-z-]{1,64})@/i;

/** Return the token in a Message-ID of this centre's form. */
export const ownTokenOf = (messageId: string): string | undefined => OWN_TOKEN.exec(messageId)?.[1];

const OWN_LEFT_SIDE = /^<?[0-9A-Z]{10}\.[0-9a-z-]{1,64}$/i;

/** Return true for a Message-ID of this centre: its domain, and its form. */
export function isOwnMessageId(messageId: string, domain: string): boolean {
  const at = messageId.lastIndexOf('@');
  const right = messageId
    .slice(at + 1)
    .replace(/>$/, '')
    .toLowerCase();
  return right === domain.toLowerCase() && OWN_LEFT_SIDE.test(messageId.slice(0, at));
}

interface Addressed {
  readonly to: readonly { readonly address: string }[];
  readonly cc: readonly { readonly address: string }[];
}

/** Return the address without its plus tag, in the form for comparison. */
export const withoutTag = (address: string): string => addressKey(address).replace(/\+[^@]*@/, '@');

/**
 * Return true when To or Cc contains one of these addresses, with or without a tag. Return undefined without
 * addresses.
 */
export function addressedTo({ to, cc }: Addressed, own: readonly string[]): boolean | undefined {
  if (own.length === 0) return undefined;
  const ours = new Set(own.map(withoutTag));
  return [...to, ...cc].some(({ address }) => ours.has(withoutTag(address)));
}
