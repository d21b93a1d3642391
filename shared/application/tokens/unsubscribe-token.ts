import { caseToken } from './case-token.ts';

/**
 * The link that ends surveys to the beneficiary of a case (RFC 8058). It names the case of the mail, does not expire
 * and may be used again. It allows nothing else, so a forwarded mail reveals little.
 */
export const { issue: unsubscribeToken, read: readUnsubscribeToken } = caseToken('unsubscribe.v1|');
