import { caseToken } from './case-token.ts';

/**
 * The link of a mail to the status of its case. It proves that its owner read the mail, so that no limit of guesses
 * holds for it. It shows the status and the promised time, and allows nothing else.
 */
export const { issue: trackingToken, read: readTrackingToken } = caseToken('tracking.v1|');

/** Return the address of the page to which the link of a mail about a case leads. */
export const trackingAddress = (publicUrl: string, token: string): string => `${publicUrl}/s/t/${token}`;
