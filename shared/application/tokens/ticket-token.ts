import type { Keys } from '#shared/ports/outside.ts';

/** The content of a link to one question about a case. */
export interface Ticket {
  /** The case's reference. */
  readonly reference: string;
  /** Id of the question in that case. */
  readonly question: string;
  /** Epoch milliseconds, stored with a precision of seconds. */
  readonly expiresAt: number;
}

/** Sealed links to questions, for one purpose. */
export interface TicketToken {
  /** Build the token of a link: at most 60 characters, each safe in a path. */
  issue(keys: Keys, ticket: Ticket): Promise<string>;
  /**
   * Read a token that this centre sealed. Return undefined for any other text. The expiry is returned, not checked: the
   * case decides about a late answer.
   */
  read(keys: Keys, token: string): Promise<Ticket | undefined>;
}

const TOKEN = /^([A-Z0-9-]{1,16})\.([a-z0-9-]{1,12})\.([0-9a-z]{1,7})\.([\w-]{22})$/u;

const sealed = ({ reference, question, expiresAt }: Ticket): string =>
  `${reference}.${question}.${Math.floor(expiresAt / 1000).toString(36)}`;

/** Create the tokens of a purpose. A token of one purpose is invalid for another. */
export const ticketToken = (purpose: string): TicketToken => ({
  async issue(keys, ticket) {
    const text = sealed(ticket);
    const token = `${text}.${await keys.shortSeal(purpose, text)}`;
    if (!TOKEN.test(token) || token.length > 60)
      throw new RangeError('the question does not fit into a token');
    return token;
  },
  async read(keys, token) {
    const [, reference, question, seconds, seal] = TOKEN.exec(token) ?? [];
    if (reference === undefined || question === undefined || seconds === undefined || seal === undefined)
      return undefined;
    if (!(await keys.holdsShort(purpose, `${reference}.${question}.${seconds}`, seal))) return undefined;
    return { reference, question, expiresAt: Number.parseInt(seconds, 36) * 1000 };
  },
});
