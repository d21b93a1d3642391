import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { type SmtpRelay, smtpMailer } from '#shared/adapters/embedded/smtp-mailer.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';
import { scriptedRelay } from '#test/doubles/scripted-relay.ts';

const refusal = (responseCode: number): Error => Object.assign(new Error('no'), { responseCode });

interface Taken {
  readonly from: unknown;
  readonly to: unknown;
  readonly raw: string;
}

async function relay(options: SMTPServerOptions, more: Partial<SmtpRelay> = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? undefined : envelope.mailFrom.address;
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        done();
      }, done);
    },
    ...options,
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const mailer = smtpMailer({ host: '127.0.0.1', port, tls: 'none', ...more });
  onTestFinished(() => {
    mailer.close();
    return new Promise((closed) => server.close(() => closed()));
  });
  return { mailer, taken };
}

const to = ['a@example.sa', 'b@example.sa'];
const mail = aMailOut(to);

test('a mail goes through the relay as it is, to exactly its recipients', async () => {
  const { mailer, taken } = await relay({});
  const { providerId } = await mailer.send(mail);
  const raw = Buffer.from(await composeMail(mail)).toString();
  expect(taken).toEqual([{ from: 'help@city.example', to, raw }]);
  expect(providerId).toMatch(/^250/u);
});

test('the relay is told who we are', async () => {
  const seen: unknown[] = [];
  const { mailer } = await relay(
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password]);
        done(null, { user: username });
      },
    },
    { login: { user: 'rida', password: 'secret' } },
  );
  await mailer.send(mail);
  expect(seen).toEqual([['rida', 'secret']]);
});

test.each([
  [450, 'busy'],
  [550, 'rejected'],
])('a refusal with %d is %s', async (responseCode, reason) => {
  const { mailer } = await relay({ onRcptTo: (_address, _session, done) => done(refusal(responseCode)) });
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'mail-relay-refused', reason });
});

const answering = (answer: (address: string) => string | undefined) =>
  relay({
    onRcptTo({ address }, _session, done) {
      const replyTo = answer(address);
      done(
        replyTo === undefined
          ? null
          : Object.assign(new Error(replyTo.slice(4)), { responseCode: Number(replyTo.slice(0, 3)) }),
      );
    },
  });

test.each([
  ['550 5.1.1 No such user', { permanent: true, status: '5.1.1' }],
  ['550 5.7.1 Relaying denied', { permanent: false, status: '5.7.1' }],
  ['450 4.2.2 Mailbox full', { permanent: false, status: '4.2.2' }],
  ['550 no', { permanent: false }],
  ['553 Mailbox name not allowed', { permanent: true }],
  ['501 Syntax error in parameters', { permanent: true }],
  ['553 5.7.1 Not your address', { permanent: false, status: '5.7.1' }],
] as const)('a recipient refused by «%s» is told, and the others got the mail once', async (reply, how) => {
  const { mailer, taken } = await answering((address) => (address.startsWith('b') ? reply : undefined));
  const { refused } = await mailer.send(mail);
  expect(refused).toEqual([{ address: 'b@example.sa', ...how }]);
  expect(taken.map(({ to }) => to)).toEqual([['a@example.sa']]);
});

test('that no recipient exists is an answer, that the relay wants none of them is a failure', async () => {
  const nobody = await answering(() => '550 5.1.1 No such user');
  expect((await nobody.mailer.send(mail)).refused).toHaveLength(2);
  const policy = await answering(() => '550 5.7.1 Relaying denied');
  await expect(policy.mailer.send(mail)).rejects.toMatchObject({
    code: 'mail-relay-refused',
    reason: 'rejected',
  });
});

/** A relay that answers one letter at a time and never ends its answer. */
const drips = (socket: Socket): void => {
  const dripping = setInterval(() => socket.write('250-x\r\n'), 10);
  socket.on('close', () => clearInterval(dripping));
};

test.each(['hello', 'recipient', 'mail'] as const)(
  'a relay whose answer to the %s never ends does not hold a mail, and gets it later',
  async (point) => {
    const own = await scriptedRelay({ [point]: drips });
    const mailer = smtpMailer({ host: '127.0.0.1', port: own.port, tls: 'none' }, { longestMs: 200 });
    onTestFinished(() => mailer.close());
    await expect(mailer.send(mail)).rejects.toMatchObject({ reason: 'unconfirmed' });
    own.script = {};
    expect(await mailer.send(mail)).toMatchObject({ providerId: expect.stringMatching(/^250/u) });
  },
);

test.each([['HTTP/1.1 400 Bad Request\r\n\r\n'], ['999 what\r\n'], ['554 no service here\r\n']])(
  'a server that greets with %j is unreachable: it has no copy of the mail',
  async (greeting) => {
    const own = await scriptedRelay({ connect: (socket) => socket.write(greeting) });
    const mailer = smtpMailer({ host: '127.0.0.1', port: own.port, tls: 'none' });
    onTestFinished(() => mailer.close());
    await expect(mailer.send(mail)).rejects.toMatchObject({ reason: 'unreachable' });
  },
);

test('a relay without a port is unreachable', async () => {
  const mailer = smtpMailer({ host: '127.0.0.1', port: 1, tls: 'none' });
  onTestFinished(() => mailer.close());
  await expect(mailer.send(mail)).rejects.toMatchObject({
    code: 'mail-relay-refused',
    reason: 'unreachable',
  });
});

test('a relay without TLS gets no mail when TLS is demanded', async () => {
  const { mailer, taken } = await relay({}, { tls: 'starttls' });
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'mail-relay-refused' });
  expect(taken).toEqual([]);
});
