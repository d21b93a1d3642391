import { type SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import type { WaitReason } from '#shared/domain/mail/delivery-wait.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
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

/** Codes of a connection that was never made, so that SES has no copy. */
const NO_CONNECTION = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u;
/** Names and codes of a connection that ended before an answer. */
const NO_ANSWER = /^(?:TimeoutError|AbortError|RequestTimeout|ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_\w+)$/u;

interface SesError {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Return why SES did not confirm a mail, or undefined when it refused the mail. */
function reasonOf(error: unknown): WaitReason | undefined {
  const { $metadata, code = '', name = '' } = error as SesError;
  if (($metadata?.httpStatusCode ?? 0) >= 500) return 'busy';
  if (NO_CONNECTION.test(code)) return 'unreachable';
  return NO_ANSWER.test(code) || NO_ANSWER.test(name) ? 'unconfirmed' : undefined;
}

/**
 * Compose mails and send them through SES, in version 1 of its API up to 10 MB. SES replaces the Message-ID by its
 * own, which is returned as `providerId`: bounces and replies refer to it.
 * @throws SendingRateExceeded or SendingQuotaExceeded when throttled, SendingFailure when there was no answer or a
 * failure of SES, otherwise the error of SES
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
      const reason = reasonOf(error);
      if (reason)
        throw new SendingFailure(reason, `SES did not confirm the mail (${reason})`, { cause: error });
      throw error;
    }
  },
});
