import type { Keys } from '#shared/ports/outside.ts';
import { type Ticket, ticketToken } from './ticket-token.ts';

/** The content of an invitation's link. */
export interface SurveyTicket extends Omit<Ticket, 'question'> {
  /** Id of the invitation in that case. */
  readonly invitation: string;
}

const tokens = ticketToken('survey.v1|');

/** Build the token of a survey link. */
export const surveyToken = (keys: Keys, { invitation, ...ticket }: SurveyTicket): Promise<string> =>
  tokens.issue(keys, { ...ticket, question: invitation });

/** Read a token that this centre sealed. Return undefined for any other text. */
export async function readSurveyToken(keys: Keys, token: string): Promise<SurveyTicket | undefined> {
  const ticket = await tokens.read(keys, token);
  if (!ticket) return undefined;
  const { question: invitation, ...rest } = ticket;
  return { ...rest, invitation };
}
