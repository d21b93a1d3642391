import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '#shared/ports/mailer.ts';
import { composeForSending } from '../mail/compose.ts';
import { SendingQuotaExceeded, SendingRateExceeded } from '../mail/sending-errors.ts';

const isThrottling = (error: unknown): error is Error =>
  error instanceof Error && /^(Throttling|ThrottlingException|TooManyRequestsException)$/u.test(error.name);

/**
 * SES answers with `Throttling` both for its rate and for its daily quota; only the message tells which (SES
 * guide, "Errors related to the sending quotas").
 */
const refusal = (cause: Error): Error =>
  /daily|quota/iu.test(cause.message) && !/rate/iu.test(cause.message)
    ? new SendingQuotaExceeded('SES takes no more mail today', { cause })
    : new SendingRateExceeded('SES is throttling', { cause });

/**
 * Sends mails through SES. SES replaces the Message-ID by its own, which is answered as
 * `providerId`: bounces and replies name that one.
 *
 * @throws SendingRateExceeded or SendingQuotaExceeded when throttled; whatever SES says otherwise
 */
export const sesMailer = (client: SESClient, configurationSet: string): Mailer => ({
  async send(mail) {
    const { from, to, raw } = await composeForSending(mail);
    const { tags } = mail;
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
      if (isThrottling(error)) throw refusal(error);
      throw error;
    }
  },
});
