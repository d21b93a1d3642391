/** `help+4K7R2M0385@…`: the address under which a reply names its case. */
export function replyAddress(address: string, reference: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${reference.replaceAll('-', '')}${address.slice(at)}`;
}

/**
 * A Message-ID of ours: the reference, so that a reply names its case, and a token that tells the mails of
 * one case apart and stays the same when a send is repeated.
 */
export function ownMessageId(reference: string, token: string, domain: string): string {
  return `<${reference.replaceAll('-', '')}.${token.replace(/[^A-Za-z0-9-]/g, '-')}@${domain}>`;
}
