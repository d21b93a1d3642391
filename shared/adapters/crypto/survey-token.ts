import type { Keys } from '#shared/ports/outside.ts';
import { shortSeal, shortSealHolds } from './short-seal.ts';

/** What an invitation's link stands for. */
export interface SurveyTicket {
  /** The case's reference. */
  readonly reference: string;
  /** Which invitation of that case. */
  readonly invitation: string;
  /** Epoch milliseconds; kept to the second. */
  readonly expiresAt: number;
}

const PURPOSE = 'survey.v1|';
const TOKEN = /^([A-Z0-9-]{1,16})\.([a-z0-9-]{1,12})\.([0-9a-z]{1,7})\.([\w-]{22})$/u;

const sealed = ({ reference, invitation, expiresAt }: SurveyTicket): string =>
  `${reference}.${invitation}.${Math.floor(expiresAt / 1000).toString(36)}`;

/** The token of a survey link: at most 60 characters, every one of them safe in a path. */
export async function surveyToken(keys: Keys, ticket: SurveyTicket): Promise<string> {
  const text = sealed(ticket);
  const token = `${text}.${await shortSeal(keys, PURPOSE, text)}`;
  if (!TOKEN.test(token) || token.length > 60)
    throw new RangeError('no survey token can say this invitation');
  return token;
}

/**
 * Reads a token that this centre sealed; undefined for any other text. Expiry is told, not judged:
 * what happens to a late answer is the case's decision.
 */
export async function readSurveyToken(keys: Keys, token: string): Promise<SurveyTicket | undefined> {
  const [, reference, invitation, seconds, seal] = TOKEN.exec(token) ?? [];
  if (reference === undefined || invitation === undefined || seconds === undefined || seal === undefined)
    return undefined;
  const text = `${reference}.${invitation}.${seconds}`;
  if (!(await shortSealHolds(keys, PURPOSE, text, seal))) return undefined;
  return { reference, invitation, expiresAt: Number.parseInt(seconds, 36) * 1000 };
}
