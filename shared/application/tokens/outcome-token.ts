import { ticketToken } from './ticket-token.ts';

/**
 * The link by which a beneficiary confirms or contests that their matter is finished. It names the question about one
 * resolution and expires with the time to reopen the case.
 */
export const { issue: outcomeToken, read: readOutcomeToken } = ticketToken('outcome.v1|');

/** Return the address of the page to which the link of an outcome leads. */
export const outcomeAddress = (publicUrl: string, token: string): string => `${publicUrl}/s/c/${token}`;
