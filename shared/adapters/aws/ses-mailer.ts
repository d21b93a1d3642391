import { type SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import type { Mailer } from '#shared/ports/mailer.ts';
import { composeForSending } from '../mail/compose.ts';
import { SendingQuotaExceeded, SendingRateExceeded } from '../mail/sending-errors.ts';
import type { SendLargeMail } from './ses-large-mail.ts';

/** The maximum size of a message in version 1 of the API, base64 included. */
const LARGEST = 10_000_000;

const isThrottling = (error: unknown): error is Error =>
  error instanceof Error && /^(Throttling|ThrottlingException|TooManyRequestsException)$/u.test(error.name);

/**
 * SES uses `Throttling` both for its rate and for its daily quota. Only the message distinguishes them (SES
 * guide, "Errors related to the sending quotas").
 */
const refusal = (cause: Error): Error =>
  /daily|quota/iu.test(cause.message) && !/rate/iu.test(cause.message)
    ? new SendingQuotaExceeded('the daily sending quota of SES is used up', { cause })
    : new SendingRateExceeded('SES is throttling', { cause });

/**
 * Compose mails and send them through SES, in version 1 of its API up to 10 MB. SES replaces the Message-ID by its
 * own, which is returned as `providerId`: bounces and replies refer to it.
 * @throws SendingRateExceeded or SendingQuotaExceeded when throttled, otherwise the error of SES
 */
export const sesMailer = (client: SESClient, configurationSet: string, sendLarge: SendLargeMail): Mailer => ({
  async send(mail) {
    const { from, to, raw } = await composeForSending(mail);
    const { tags } = mail;
    const input: SendRawEmailCommandInput = {
      Source: from,
      Destinations: [...to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
      ...(tags && { Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })) }),
    };
    try {
      const providerId =
        raw.byteLength > LARGEST
          ? await sendLarge(input)
          : (await client.send(new SendRawEmailCommand(input))).MessageId;
      return providerId === undefined ? {} : { providerId };
    } catch (error) {
      if (isThrottling(error)) throw refusal(error);
      throw error;
    }
  },
});
