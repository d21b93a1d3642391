import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sesMailer } from '#shared/adapters/aws/ses-mailer.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { SendingRateExceeded } from '#shared/adapters/mail/sending-errors.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';

const ses = mockClient(SESClient);
const mailer = sesMailer(new SESClient({ region: 'eu-central-1' }), 'rida-mail');
beforeEach(() => void ses.reset());

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

test('what SES says otherwise is thrown as it is', async () => {
  ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('no'), { name: 'MessageRejected' }));
  await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'MessageRejected' });
});
