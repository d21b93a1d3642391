import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { MOST_FILE_BYTES } from '#functions/web/shell/http/sent-form.ts';
import { sesLargeMail } from '#shared/adapters/aws/ses-large-mail.ts';
import { sesMailer } from '#shared/adapters/aws/ses-mailer.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { SendingRateExceeded } from '#shared/adapters/mail/sending-errors.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';

const ses = mockClient(SESClient);
const region = 'eu-central-1';
const client = new SESClient({
  region,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});
/** Requests of version 2 of the API, and its answer. */
let large: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
let answer: () => Response = () => Response.json({ MessageId: 'ses-large' });
const send: typeof fetch = async (url, init) => {
  large.push({ url: String(url), init });
  return answer();
};
const mailer = sesMailer(client, 'rida-mail', sesLargeMail({ region, client, send }));
beforeEach(() => {
  ses.reset();
  large = [];
});

const mail = aMailOut(['a@example.sa', 'b@example.sa']);

test('a mail goes out whole, under the configuration set, to exactly its recipients', async () => {
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
  expect(await mailer.send(mail)).toEqual({ providerId: 'ses-1' });
  expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toEqual({
    Source: 'help@city.example',
    Destinations: ['a@example.sa', 'b@example.sa'],
    RawMessage: { Data: await composeMail(mail) },
    ConfigurationSetName: 'rida-mail',
  });
});

test.each(['Throttling', 'ThrottlingException', 'TooManyRequestsException'])(
  '%s is told as something to try again',
  async (name) => {
    ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('Maximum sending rate exceeded.'), { name }));
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'mail-rate-exceeded', retryable: true });
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(SendingRateExceeded);
  },
);

test('a daily quota that is used up is told apart: it waits for hours', async () => {
  const quota = Object.assign(new Error('Daily message quota exceeded.'), { name: 'Throttling' });
  ses.on(SendRawEmailCommand).rejects(quota);
  await expect(mailer.send(mail)).rejects.toMatchObject({
    code: 'mail-quota-exceeded',
    retryable: false,
    retryAfterMs: 6 * HOUR,
  });
});

test('the tags of a mail go with it', async () => {
  ses.on(SendRawEmailCommand).resolves({});
  await mailer.send({ ...mail, tags: { 'rida-case': '4K7-2M9-0382' } });
  expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input.Tags).toEqual([
    { Name: 'rida-case', Value: '4K7-2M9-0382' },
  ]);
});

test.each([
  ['no connection', { code: 'ECONNREFUSED' }, 'unreachable'],
  ['no name', { code: 'ENOTFOUND' }, 'unreachable'],
  ['a reset before the answer', { code: 'ECONNRESET' }, 'unconfirmed'],
  ['no answer in time', { name: 'TimeoutError' }, 'unconfirmed'],
  ['a failure of SES', { name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }, 'busy'],
  ['an outage of SES', { name: 'ServiceUnavailable', $metadata: { httpStatusCode: 503 } }, 'busy'],
])('%s leaves the mail for a later try', async (_, how, reason) => {
  ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('no'), how));
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'mail-relay-refused', reason });
});

test('any other error of SES is thrown unchanged', async () => {
  ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('no'), { name: 'MessageRejected' }));
  await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'MessageRejected' });
});

/** A mail with a file of this many bytes. */
const withFile = (bytes: number) => ({
  ...mail,
  attachments: [{ name: 'plan.pdf', type: 'application/pdf', content: new Uint8Array(bytes) }],
});

test('a mail over 10 MB goes out by version 2 of the API, signed, with the same content', async () => {
  const seven = { ...withFile(7_400_000), tags: { 'rida-case': '4K7-2M9-0382' } };
  expect(await mailer.send(seven)).toEqual({ providerId: 'ses-large' });
  expect(ses.commandCalls(SendRawEmailCommand)).toEqual([]);
  expect(large[0]?.url).toBe('https://email.eu-central-1.amazonaws.com/v2/email/outbound-emails');
  const { Content, ...rest } = JSON.parse(String(large[0]?.init?.body));
  expect(rest).toEqual({
    FromEmailAddress: 'help@city.example',
    Destination: { ToAddresses: ['a@example.sa', 'b@example.sa'] },
    ConfigurationSetName: 'rida-mail',
    EmailTags: [{ Name: 'rida-case', Value: '4K7-2M9-0382' }],
  });
  expect(Buffer.from(Content.Raw.Data, 'base64').equals(await composeMail(seven))).toBe(true);
  expect(new Headers(large[0]?.init?.headers).get('authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/ses\/aws4_request/u,
  );
});

test.each([
  ['TooManyRequestsException', 'mail-rate-exceeded'],
  ['LimitExceededException', undefined],
])('%s of version 2 is told like that of version 1', async (name, code) => {
  const headers = { 'x-amzn-errortype': `${name}:http://internal.amazon.com/` };
  answer = () => Response.json({ message: 'Maximum sending rate exceeded.' }, { status: 429, headers });
  const failure = await mailer.send(withFile(7_400_000)).catch((error: unknown) => error);
  expect(failure).toMatchObject(code === undefined ? { name } : { code, retryable: true });
});

test('a mail over 40 MB is refused before it is sent', async () => {
  await expect(mailer.send(withFile(30_000_000))).rejects.toMatchObject({ code: 'mail-too-large' });
  expect(large).toEqual([]);
});

test('the files that the form accepts fit into one mail of version 1', async () => {
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
  const words = 'ر'.repeat(20_000);
  const full = { ...withFile(MOST_FILE_BYTES), text: words, html: `<p>${words}</p>` };
  expect(await mailer.send(full)).toEqual({ providerId: 'ses-1' });
});
