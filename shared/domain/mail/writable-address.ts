const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const DOT_ATOM = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`);
/** A local part that people write without quotes. */
const BARE = /^[!#-;=?A-~]+$/;
/** A local part in quotes: printable ASCII, with a backslash before a quote or a backslash (RFC 5321 §4.1.2). */
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
/** A full domain name. Its last label is not a number. A name without a dot is known only to one network. */
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?![0-9]+$)${LABEL}$`);
const LITERAL = /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]{2,45})\]$/;
/** Octets of a local part, of a domain, and of an address in a command (RFC 5321 §4.5.3.1). */
const LONGEST = { local: 64, domain: 255, address: 254 } as const;

function writableLocal(local: string): string | undefined {
  if (DOT_ATOM.test(local) || QUOTED.test(local)) return local;
  return BARE.test(local) ? `"${local.replaceAll('\\', '\\\\')}"` : undefined;
}

/**
 * Return an address in the form in which every mail server takes it: a local part with special characters is
 * written in quotes. Return undefined for an address to which no mail can be sent: its local part is too long or not
 * ASCII, or its domain is not a full name in ASCII (RFC 5321 §2.3.5, §4.1.2).
 */
export function writableAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).replace(/\.$/, '');
  const local = at < 0 ? undefined : writableLocal(address.slice(0, at));
  if (local === undefined || local.length > LONGEST.local || domain.length > LONGEST.domain) return undefined;
  const written = `${local}@${domain}`;
  const isFull = DOMAIN.test(domain) || LITERAL.test(domain);
  return isFull && written.length <= LONGEST.address ? written : undefined;
}
