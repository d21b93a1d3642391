import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { morningMails } from '#infra/demo/mails.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { type MailSpool, openMailSpool } from '#infra/local/mail/mail-spool.ts';
import { listenForMail, type SmtpOptions } from '#infra/local/smtp.ts';
import { rowBlobs } from '#infra/local/storage/row-blobs.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { readMessage } from '#shared/application/messages.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCentre, aFolder, allCases, aMail, mailsTo, onlyCase } from './support.ts';

/** Send lines to a mail port one after the other, and return the code of each reply, greeting first. */
async function talk(port: number, lines: readonly (string | Uint8Array)[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const codes: string[] = [];
  let at = 0;
  let heard = '';
  socket.on('data', (chunk) => {
    heard += String(chunk);
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      if (line[3] === '-') continue;
      codes.push(line.slice(0, 3));
      const next = lines[at];
      at += 1;
      if (next === undefined) socket.end();
      else socket.write(typeof next === 'string' ? `${next}\r\n` : next);
    }
  });
  await new Promise((resolve, reject) => socket.once('close', resolve).once('error', reject));
  return codes;
}

const envelope = (to: string) => ['EHLO me.example', 'MAIL FROM:<norah@example.com>', `RCPT TO:<${to}>`];

const aSpool = (): Promise<MailSpool> =>
  openMailSpool(aFolder(), rowBlobs(openDatabase(':memory:')), { arrived: async () => {} });

async function aPort(over: Partial<SmtpOptions> & { spool?: MailSpool } = {}) {
  const spool = over.spool ?? (await aSpool());
  const accepted: string[] = [];
  const port = await listenForMail({
    port: 0,
    spool,
    helpAddresses: async () => ['help@rida.example', 'care@city.example'],
    accept: async ({ rawKey }) => {
      accepted.push(rawKey);
    },
    onError: () => {},
    ...over,
  });
  return { port, spool, accepted };
}

test('mail is taken for help addresses, their plus-addresses, and the administrator of the domain', async () => {
  const { port } = await aPort();
  expect(await talk(port.port, envelope('help@rida.example'))).toEqual(['220', '250', '250', '250']);
  expect(await talk(port.port, envelope('HELP+4k7r2m0385@Rida.example'))).toEqual([
    '220',
    '250',
    '250',
    '250',
  ]);
  for (const to of [
    'help+x@CITY.example',
    'care@city.example',
    'postmaster@rida.example',
    'admin@city.example',
  ])
    expect((await talk(port.port, envelope(to))).at(-1), to).toBe(to.startsWith('help') ? '550' : '250');
  for (const to of ['other@rida.example', 'admin@elsewhere.example', 'help@rida.example.org'])
    expect((await talk(port.port, envelope(to))).at(-1), to).toBe('550');
  await port.close();
});

test('a mail has up to 100 recipients, and the next one is for another delivery', async () => {
  const { port, accepted } = await aPort();
  const recipients = Array.from({ length: 101 }, (_, at) => `RCPT TO:<help+n${at}@rida.example>`);
  const [hello = '', from = ''] = envelope('help@rida.example');
  const codes = await talk(port.port, [
    hello,
    from,
    ...recipients,
    'DATA',
    'Subject: x\r\n\r\nx\r\n.',
    'QUIT',
  ]);
  expect(codes.slice(3, 103).every((code) => code === '250')).toBe(true);
  expect(codes.slice(103)).toEqual(['452', '354', '250', '221']);
  expect(accepted).toHaveLength(1);
  await port.close();
});

test('250 is said only after the mail is on disk and its place in the queue is kept', async () => {
  const steps: string[] = [];
  const own = await aSpool();
  const spool: MailSpool = {
    ...own,
    receive() {
      const mail = own.receive();
      return {
        ...mail,
        async keep() {
          const key = await mail.keep();
          steps.push('on disk');
          return key;
        },
      };
    },
  };
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reached = Promise.withResolvers<void>();
  const { port } = await aPort({
    spool,
    accept: async () => {
      reached.resolve();
      await held;
      steps.push('queued');
    },
  });
  const sent = handIn(port.port, aMail()).then(() => steps.push('250'));
  await reached.promise;
  expect(steps).toEqual(['on disk']);
  letGo();
  await sent;
  expect(steps).toEqual(['on disk', 'queued', '250']);
  await port.close();
});

test('a mail that could not be stored is rejected temporarily, and the port continues', async () => {
  let broken = true;
  const { port } = await aPort({
    accept: async () => {
      if (broken) throw new Error('the disk is full');
    },
  });
  await expect(handIn(port.port, aMail())).rejects.toMatchObject({ responseCode: 451 });
  broken = false;
  await handIn(port.port, aMail());
  await port.close();
});

test('a mail that is too large is refused when announced and when sent', async () => {
  const { port, accepted } = await aPort();
  const announced = await talk(port.port, ['EHLO me.example', 'MAIL FROM:<a@example.com> SIZE=41000000']);
  expect(announced.at(-1)).toBe('552');
  const line = `${'x'.repeat(998)}\r\n`;
  const body = Buffer.from(`Subject: large\r\n\r\n${line.repeat(40_100)}.\r\n`);
  const sent = await talk(port.port, [...envelope('help@rida.example'), 'DATA', body]);
  expect(sent.slice(-2)).toEqual(['354', '552']);
  expect(accepted).toEqual([]);
  await port.close();
});

test('too many clients are asked to come later, and a silent one is cut off', async () => {
  const { port } = await aPort({ maxClients: 1, patience: 300 });
  const first = connect(port.port, '127.0.0.1');
  await new Promise((resolve) => first.once('data', resolve));
  expect(await talk(port.port, [])).toEqual(['421']);
  await new Promise((resolve) => first.once('close', resolve));
  await port.close();
});

test('a slow client cannot keep a session for ever, however busy it looks', async () => {
  const { port } = await aPort({ longestSession: 300 });
  const socket = connect(port.port, '127.0.0.1');
  socket.on('data', () => socket.write('NOOP\r\n'));
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('close', resolve));
  await port.close();
});

test('an old mail in windows-1256 reads as it was written', async () => {
  const centre = await aCentre();
  const old = morningMails.find(({ from }) => from.address.startsWith('salman'));
  await handIn(centre.smtpPort, old ?? aMail());
  await centre.settle();
  const { id, subject } = await onlyCase(centre);
  expect(subject).toBe('بلاغ عن تسرب مياه');
  const [opened] = await centre.store.timeline('case', id);
  const message = await readMessage(centre.blobs, id, opened?.cause ?? '');
  expect(message?.text).toBe('السلام عليكم، يوجد تسرب مياه كبير في شارع العليا.');
});

test('an unreadable mail is a quarantined case with the raw mail', async () => {
  const centre = await aCentre();
  const nested = morningMails.at(-1) ?? aMail();
  await handIn(centre.smtpPort, nested);
  await centre.settle();
  const supportCase = await onlyCase(centre);
  expect(supportCase.quarantine).toBe('nested-too-deep');
  const [opened] = await centre.store.timeline('case', supportCase.id);
  const quarantined = opened?.events.find(({ type }) => type === 'rida.mail.quarantined.v1');
  const rawKey = quarantined && 'rawKey' in quarantined.data ? quarantined.data.rawKey : '';
  const raw = await centre.blobs.get(rawKey);
  expect(Buffer.from(raw?.bytes ?? [])).toEqual(Buffer.from(nested.raw ?? []));
  await centre.advance(5 * MINUTE);
  expect(await mailsTo(centre, 'supervisor@rida.example')).toHaveLength(1);
  expect(await mailsTo(centre, 'strange@example.com')).toHaveLength(0);
});

test('mail whose sender is not believed opens a case and is not answered', async () => {
  const centre = await aCentre({ 'trust-mail': 'none' });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  expect(await allCases(centre)).toHaveLength(1);
  expect(centre.outbox?.list(10)).toEqual([]);
});

test('a mail that was accepted and of which no news came becomes a case within a day', async () => {
  const centre = await aCentre();
  const mail = centre.spool.receive();
  const raw = 'From: norah@example.com\r\nSubject: Lamp\r\nMessage-ID: <lost@example.com>\r\n\r\nDark.\r\n';
  await mail.write(Buffer.from(raw));
  await mail.keep();
  await centre.settle();
  expect(await allCases(centre)).toEqual([]);
  await centre.advance(25 * HOUR);
  const supportCase = await onlyCase(centre);
  expect(supportCase).toMatchObject({ subject: 'Lamp', beneficiary: { authenticated: false } });
  expect(await mailsTo(centre, 'norah@example.com')).toEqual([]);
  await centre.advance(25 * HOUR);
  expect((await onlyCase(centre)).id).toBe(supportCase.id);
  expect(await centre.inbox.waiting(centre.clock.now(), 10)).toEqual([]);
});
