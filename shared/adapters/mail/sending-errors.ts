import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';

/** The provider requires a lower rate. The same mail may be sent again a little later. */
export class SendingRateExceeded extends Error {
  override readonly name = 'SendingRateExceeded';
  readonly code = 'mail-rate-exceeded';
  readonly retryable = true;
  readonly retryAfterMs = 15 * MINUTE;
}

/**
 * The provider's 24-hour quota is used up. It becomes free as the mails of a day ago expire, so five retries
 * six hours apart outlast it.
 */
export class SendingQuotaExceeded extends Error {
  override readonly name = 'SendingQuotaExceeded';
  readonly code = 'mail-quota-exceeded';
  readonly retryable = false;
  readonly retryAfterMs = 6 * HOUR;
}
