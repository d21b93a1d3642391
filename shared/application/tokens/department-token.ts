import { DAY } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import { ticketToken } from './ticket-token.ts';

/** How long the links of a mail to a department open their pages. */
export const DEPARTMENT_LINK_MS = 90 * DAY;

/**
 * The link by which a department answers one request. It may be forwarded within the department: it shows this request
 * and nothing else.
 */
export const { issue: requestToken, read: readRequestToken } = ticketToken('department.v1|');

const PURPOSE = 'owed.v1|';
const TOKEN = /^([a-z][a-z0-9-]{0,39})\.([0-9a-z]{1,7})\.([\w-]{22})$/u;

/** The content of a link to all that a department owes. */
export interface OwedTicket {
  readonly department: string;
  /** Epoch milliseconds, stored with a precision of seconds. */
  readonly expiresAt: number;
}

/** Build the token of the link to all requests of a department. */
export async function owedToken(keys: Keys, { department, expiresAt }: OwedTicket): Promise<string> {
  const text = `${department}.${Math.floor(expiresAt / 1000).toString(36)}`;
  return `${text}.${await keys.shortSeal(PURPOSE, text)}`;
}

/** Read a token that this centre sealed. Return undefined for any other text. The expiry is returned, not checked. */
export async function readOwedToken(keys: Keys, token: string): Promise<OwedTicket | undefined> {
  const [, department, seconds, seal] = TOKEN.exec(token) ?? [];
  if (department === undefined || seconds === undefined || seal === undefined) return undefined;
  if (!(await keys.holdsShort(PURPOSE, `${department}.${seconds}`, seal))) return undefined;
  return { department, expiresAt: Number.parseInt(seconds, 36) * 1000 };
}

/** Return the path of the page of one request. */
export const requestPath = (token: string): string => `/s/d/${token}`;

/** Return the path of the page of all that a department owes. */
export const owedPath = (token: string): string => `/s/d/all/${token}`;
