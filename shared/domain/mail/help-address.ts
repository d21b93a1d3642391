import type { Centre } from '../rules.ts';
import { addressKey } from './address-key.ts';
import { withoutTag } from './own-address.ts';

/** Local parts that mail for the administrator of a domain has (RFC 2142; certificate authorities). */
const ADMINISTRATORS: ReadonlySet<string> = new Set([
  ...['abuse', 'admin', 'administrator', 'dmarc', 'hostmaster', 'info-security', 'mailer-daemon'],
  ...['noc', 'postmaster', 'root', 'security', 'ssladmin', 'tls-rpt', 'webmaster'],
]);

/** Return the help addresses of the centre, the sending one first. */
export const helpAddressesOf = ({ helpAddress, aliases = [] }: Centre): readonly string[] => [
  helpAddress,
  ...aliases,
];

/** How long a mail for the administrator of the domain is kept. */
export const KEPT_MAIL_DAYS = 30;

const domainOf = (address: string): string => addressKey(address).split('@').at(-1) ?? '';

/** The recipient of a mail: people who ask the centre for help, or the administrator of its domain. */
export type MailPurpose = 'help' | 'administrator' | 'unknown';

/**
 * Determine the purpose of an address, with or without a tag.
 * @param help the help addresses of the centre
 * @returns `unknown` for an address that is neither a help address nor an administrator's at one of its domains
 */
export function purposeOf(address: string, help: readonly string[]): MailPurpose {
  const plain = withoutTag(address);
  if (help.some((one) => withoutTag(one) === plain)) return 'help';
  const isOurDomain = help.some((one) => domainOf(one) === domainOf(plain));
  const name = plain.slice(0, plain.lastIndexOf('@'));
  return isOurDomain && ADMINISTRATORS.has(name) ? 'administrator' : 'unknown';
}

/**
 * Return whether a mail becomes a case: one of its envelope recipients is a help address. The recipients of a mail
 * without a receipt are unknown, and such a mail becomes a case, too.
 */
export const isForHelp = (recipients: readonly string[], help: readonly string[]): boolean =>
  recipients.length === 0 || recipients.some((one) => purposeOf(one, help) === 'help');
