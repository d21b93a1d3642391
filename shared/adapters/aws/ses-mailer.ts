import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '#shared/ports/outside.ts';

/** SES wants fewer mails a second: the same mail may be sent again a little later. */
export class SendingRateExceeded extends Error {
  override readonly name = 'SendingRateExceeded';
  readonly code = 'mail-rate-exceeded';
  readonly retryable = true;
}

/** SES answers with `Throttling` both for its rate and for its daily quota (SES guide, "Errors"). */
const isThrottling = (error: unknown): boolean =>
  error instanceof Error && /^(Throttling|ThrottlingException|TooManyRequestsException)$/u.test(error.name);

/**
 * Sends finished mails through SES. SES replaces the Message-ID by its own, which is answered as
 * `providerId`: bounces and replies name that one.
 *
 * @throws SendingRateExceeded when throttled; whatever SES says otherwise
 */
export const sesMailer = (client: SESClient, configurationSet: string): Mailer => ({
  async send({ from, to, raw, tags }) {
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [...to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
      ...(tags && { Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })) }),
    });
    try {
      const { MessageId } = await client.send(command);
      return MessageId === undefined ? {} : { providerId: MessageId };
    } catch (error) {
      if (isThrottling(error)) throw new SendingRateExceeded('SES is throttling', { cause: error });
      throw error;
    }
  },
});
