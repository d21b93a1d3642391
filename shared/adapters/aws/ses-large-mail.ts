import type { SESClient, SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';

/** The maximum size of a message, base64 included (SES developer guide, "Service quotas in Amazon SES"). */
const LARGEST = 40_000_000;
/** 40 MB at 1.3 MB/s. */
const PATIENCE_MS = 30_000;

const sent = z.object({ MessageId: z.string().optional() });
const refused = z.object({ message: z.string().default('') });

/** The mail is larger than SES accepts. No retry can send it. */
class MailTooLarge extends Error {
  override readonly name = 'MailTooLarge';
  readonly code = 'mail-too-large';
  readonly retryable = false;
}

/** Region and signer of the requests: those of the client that sends all other mail. */
export interface LargeMailOptions {
  readonly region: string;
  readonly client: SESClient;
  readonly send?: typeof fetch;
}

/** Sends a composed mail and returns the id of SES. Throws an error with the name of the SES error. */
export type SendLargeMail = (mail: SendRawEmailCommandInput) => Promise<string | undefined>;

/**
 * Send mails of up to 40 MB. Only version 2 of the SES API accepts more than 10 MB (API reference v2, SendEmail).
 * Its client would add 25 KiB to the bundle of each function that sends mail, and such mails are rare, so this
 * single request is signed here.
 */
export function sesLargeMail({ region, client, send = fetch }: LargeMailOptions): SendLargeMail {
  const { credentials, sha256 } = client.config;
  const signer = new SignatureV4({ service: 'ses', region, credentials, sha256 });
  const hostname = `email.${region}.amazonaws.com`;
  const path = '/v2/email/outbound-emails';
  return async ({ Source, Destinations, RawMessage, ConfigurationSetName, Tags }) => {
    const raw = RawMessage?.Data ?? new Uint8Array();
    if (raw.byteLength > LARGEST) throw new MailTooLarge(`a mail of ${raw.byteLength} bytes`);
    const body = JSON.stringify({
      ...{ FromEmailAddress: Source, Destination: { ToAddresses: Destinations } },
      ...{ ConfigurationSetName, EmailTags: Tags },
      Content: { Raw: { Data: Buffer.from(raw).toString('base64') } },
    });
    const headers = { host: hostname, 'content-type': 'application/json' };
    const signed = await signer.sign({ method: 'POST', protocol: 'https:', hostname, path, headers, body });
    const answer = await send(`https://${hostname}${path}`, {
      ...{ method: 'POST', headers: signed.headers, body, signal: AbortSignal.timeout(PATIENCE_MS) },
    });
    if (answer.ok) return sent.parse(await answer.json()).MessageId;
    const { message } = refused.parse(await answer.json().catch(() => ({})));
    const [name = 'SesFailure'] = (answer.headers.get('x-amzn-errortype') ?? undefined)?.split(':') ?? [];
    throw Object.assign(new Error(message), { name, $metadata: { httpStatusCode: answer.status } });
  };
}
