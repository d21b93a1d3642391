import type { DepartmentRequest } from '../cases/case.ts';
import { meantRequest } from '../cases/meant-request.ts';
import type { Department, Rules } from '../rules.ts';
import { addressKey } from './address-key.ts';

/** Mail providers of the public. Two addresses there have nothing in common. */
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.sa', 'hotmail.com', 'live.com', 'msn.com'],
  ...['yahoo.com', 'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'gmx.com', 'proton.me'],
  ...['protonmail.com', 'zoho.com', 'mail.com', 'yandex.com', 'mail.ru', 'hotmail.co.uk', 'windowslive.com'],
]);

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
const isWithin = (domain: string, of: string): boolean => domain === of || domain.endsWith(`.${of}`);

const ownAddresses = ({ email, headEmail, addresses = [] }: Department): string[] =>
  [email, headEmail, ...addresses].map(addressKey);

/** Return true when an address is one of a department: its mailbox, that of its head, or another of the settings. */
function isOwn(department: Department, writer: string): boolean {
  const own = ownAddresses(department);
  return (
    own.includes(writer) || own.some((one) => one.startsWith('@') && isWithin(domainOf(writer), one.slice(1)))
  );
}

/** Return true when an address is at the domain of a department's mailbox, which is not one of the public. */
function isColleague({ email }: Department, writer: string): boolean {
  const domain = domainOf(addressKey(email));
  return !PUBLIC_DOMAINS.has(domain) && isWithin(domainOf(writer), domain);
}

/** Return true when no department has an address: then only its domain can make it that of a colleague. */
export const isColleagueOnly = ({ departments }: Pick<Rules, 'departments'>, address: string): boolean =>
  ![...departments.values()].some((department) => isOwn(department, addressKey(address)));

interface Asked {
  readonly requests?: readonly DepartmentRequest[];
}

/** The department for which a mail speaks, and the request that it names. */
export interface DepartmentWriter {
  readonly department: string;
  readonly request?: string | undefined;
}

/**
 * Return the department for which the writer of a mail about a case speaks. The address decides first: those of the
 * settings, of asked departments before others. A colleague at the domain of an asked department speaks for it, too,
 * because a question is forwarded within the department.
 * @param named the request whose question the mail replies to
 */
export function departmentWriter(
  { requests = [] }: Asked,
  { departments }: Pick<Rules, 'departments'>,
  address: string,
  named?: string,
): DepartmentWriter | undefined {
  const writer = addressKey(address);
  const asked = requests.find(({ id }) => id === named);
  const speaksFor = (is: typeof isOwn): string[] => {
    const all = [...new Set(requests.map(({ department }) => department))];
    return all.filter((id) => {
      const department = departments.get(id);
      return department !== undefined && is(department, writer);
    });
  };
  // A mailbox may serve several departments; the question that is answered decides.
  const choose = (ids: readonly string[]): DepartmentWriter | undefined => {
    if (ids.length === 0) return undefined;
    if (asked && ids.includes(asked.department)) return { department: asked.department, request: asked.id };
    const theirs = requests.filter(({ department }) => ids.includes(department));
    const meant = meantRequest(theirs, undefined);
    const newest = theirs.findLast(({ ended }) => !ended) ?? theirs.at(-1);
    const department = (meant ?? newest)?.department ?? ids[0];
    return department === undefined ? undefined : { department, ...(meant && { request: meant.id }) };
  };
  const own = choose(speaksFor(isOwn));
  if (own) return own;
  const other = [...departments.values()].find((one) => isOwn(one, writer));
  return other ? { department: other.id } : choose(speaksFor(isColleague));
}
