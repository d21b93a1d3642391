import type { Keys } from '#shared/ports/outside.ts';

/** The content of an invitation's link. */
export interface SurveyTicket {
  /** The case's reference. */
  readonly reference: string;
  /** Id of the invitation in that case. */
  readonly invitation: string;
  /** Epoch milliseconds, stored with a precision of seconds. */
  readonly expiresAt: number;
}

const PURPOSE = 'survey.v1|';
const TOKEN = /^([A-Z0-9-]{1,16})\.([a-z0-9-]{1,12})\.([0-9a-z]{1,7})\.([\w-]{22})$/u;

const sealed = ({ reference, invitation, expiresAt }: SurveyTicket): string =>
  `${reference}.${invitation}.${Math.floor(expiresAt / 1000).toString(36)}`;

/** Build the token of a survey link: at most 60 characters, each safe in a path. */
export async function surveyToken(keys: Keys, ticket: SurveyTicket): Promise<string> {
  const text = sealed(ticket);
  const token = `${text}.${await keys.shortSeal(PURPOSE, text)}`;
  if (!TOKEN.test(token) || token.length > 60)
    throw new RangeError('the invitation does not fit into a survey token');
  return token;
}

/**
 * Read a token that this centre sealed. Return undefined for any other text. The expiry is returned, not
 * checked: the case decides about a late answer.
 */
export async function readSurveyToken(keys: Keys, token: string): Promise<SurveyTicket | undefined> {
  const [, reference, invitation, seconds, seal] = TOKEN.exec(token) ?? [];
  if (reference === undefined || invitation === undefined || seconds === undefined || seal === undefined)
    return undefined;
  const text = `${reference}.${invitation}.${seconds}`;
  if (!(await keys.holdsShort(PURPOSE, text, seal))) return undefined;
  return { reference, invitation, expiresAt: Number.parseInt(seconds, 36) * 1000 };
}
