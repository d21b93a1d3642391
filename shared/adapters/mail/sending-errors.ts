import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';

/** The provider wants fewer mails a second: the same mail may be sent again a little later. */
export class SendingRateExceeded extends Error {
  override readonly name = 'SendingRateExceeded';
  readonly code = 'mail-rate-exceeded';
  readonly retryable = true;
  readonly retryAfterMs = 15 * MINUTE;
}

/**
 * The provider takes no more mail within 24 hours. Quotas come free as the mails of a day ago drop out, so
 * that five tries six hours apart outlast any of them.
 */
export class SendingQuotaExceeded extends Error {
  override readonly name = 'SendingQuotaExceeded';
  readonly code = 'mail-quota-exceeded';
  readonly retryable = false;
  readonly retryAfterMs = 6 * HOUR;
}
