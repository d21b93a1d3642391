import { once } from 'node:events';
import { connect } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import type { LocalCentre } from '#infra/local/centre.ts';
import { type Channel, type Place, TEXTS } from './channel.ts';

/**
 * A mail with every header that is read, and with a file. `%N%` is a number, because a second copy of one mail does not
 * become a message.
 */
const HEADERS: Readonly<Record<string, string>> = {
  From: 'Norah <norah@example.com>',
  To: 'help@rida.example',
  Cc: 'other@example.com',
  'Reply-To': 'norah@example.com',
  Sender: 'norah@example.com',
  Subject: 'Street light',
  Date: 'Sun, 4 Jan 2026 07:00:00 +0000',
  'Message-ID': '<n%N%@example.com>',
  'In-Reply-To': '<zero@example.com>',
  References: '<zero@example.com>',
  'Auto-Submitted': 'no',
  'List-Id': 'list',
  Precedence: 'bulk',
  'X-Spam-Flag': 'NO',
  'Authentication-Results': 'example.com; dmarc=pass',
  'Content-Language': 'ar',
  'MIME-Version': '1.0',
  'Content-Type': 'multipart/mixed; boundary="b"',
};

const PARTS: Readonly<Record<string, string>> = {
  'type of a part': 'text/plain; charset=utf-8',
  'encoding of a part': '8bit',
  'text of a part': 'The light in our street is out.',
  'type of a file': 'image/png; name="a.png"',
  'place of a file': 'attachment; filename="a.png"',
  'encoding of a file': 'base64',
  'bytes of a file': 'iVBORw0KGgo=',
  'second boundary': '--b--',
};

/** The envelope, which a client says before the mail. */
const ENVELOPE: Readonly<Record<string, string>> = {
  EHLO: 'example.com',
  'MAIL FROM': '<norah@example.com>',
  'RCPT TO': '<help@rida.example>',
};

let mails = 0;

function mailWith(name: string, value: string): string {
  mails += 1;
  const tried = `X-Tried: ${name} ${JSON.stringify(value.slice(0, 40))}`;
  const of = (list: Readonly<Record<string, string>>, one: string): string =>
    one === name ? value : (list[one] ?? '');
  const headers = Object.keys(HEADERS).map(
    (one) => `${one}: ${of(HEADERS, one).replace('%N%', String(mails))}`,
  );
  const part = (one: string): string => of(PARTS, one);
  const body = [
    ...[
      '--b',
      `Content-Type: ${part('type of a part')}`,
      `Content-Transfer-Encoding: ${part('encoding of a part')}`,
    ],
    ...['', part('text of a part'), '--b', `Content-Type: ${part('type of a file')}`],
    `Content-Disposition: ${part('place of a file')}`,
    ...[`Content-Transfer-Encoding: ${part('encoding of a file')}`, '', part('bytes of a file')],
    part('second boundary'),
  ];
  return [tried, ...headers, '', ...body].join('\r\n').replaceAll(/^\./gmu, '..');
}

/** Talk to the port as a client does: one command after each answer. Return the answers. */
async function talk(
  port: number,
  envelope: Readonly<Record<string, string>>,
  mail: string,
): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  const commands = [
    ...Object.entries(envelope).map(([name, value]) =>
      name === 'EHLO' ? `EHLO ${value}` : `${name}:${value}`,
    ),
    'DATA',
    `${mail}\r\n.`,
    'QUIT',
  ];
  let waiting = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', (text: string) => {
    waiting += text;
    if (!/^\d{3} [^\n]*\n$/mu.test(waiting.slice(waiting.lastIndexOf('\n', waiting.length - 2) + 1))) return;
    const last = waiting;
    waiting = '';
    answers.push(last);
    // A client does not send a mail that is refused.
    const command = commands.shift();
    const isRefused = commands.length === 1 && !last.startsWith('354');
    if (command === undefined) return;
    socket.write(`${isRefused ? 'QUIT' : command}\r\n`);
    if (isRefused) commands.length = 0;
  });
  await once(socket, 'close');
  return answers;
}

const ACCEPTED = /^250 Accepted and stored/u;

/** Mail over SMTP: the envelope, every header, and the parts of a body. Accepted mail becomes something. */
export function smtp(centre: LocalCentre, path: string): Channel {
  let accepted = 0;
  const place = (name: string, talked: (value: string) => Promise<string[]>): Place => ({
    name: `SMTP ${name}`,
    async send(value) {
      const answers = await talked(String(value));
      const stored = answers.filter((answer) => ACCEPTED.test(answer)).length;
      accepted += stored;
      if (accepted % 50 === 0) await centre.settle();
      const last = answers.at(-1) ?? '';
      return /^4|^5[^05]/u.test(last) || answers.length === 0
        ? `answered ${JSON.stringify(last.slice(0, 80))}`
        : undefined;
    },
  });
  const envelopes = Object.keys(ENVELOPE).map((name) =>
    place(name, (value) => talk(centre.smtpPort, { ...ENVELOPE, [name]: value }, mailWith('', ''))),
  );
  const fields = [...Object.keys(HEADERS), ...Object.keys(PARTS)].map((name) =>
    place(name, (value) => talk(centre.smtpPort, ENVELOPE, mailWith(name, value))),
  );
  return {
    ...{ places: [...envelopes, ...fields], values: TEXTS },
    async end() {
      await centre.settle();
      const database = new DatabaseSync(path, { readOnly: true });
      const count = (query: string): number => Number(Object.values(database.prepare(query).get() ?? {})[0]);
      const waiting = count('SELECT count(*) FROM inbox');
      // Each mail is a row of the spool. The state of its case or one of its messages names it.
      const unnamed = database
        .prepare(
          `SELECT bytes FROM blobs AS mail WHERE key GLOB 'mail/*'
             AND NOT EXISTS (SELECT 1 FROM blobs WHERE key GLOB 'cases/*' AND instr(bytes, mail.key) > 0)
             AND NOT EXISTS (SELECT 1 FROM items WHERE instr(body, mail.key) > 0)`,
        )
        .all()
        .map(({ bytes }) => /X-Tried: (.*)/u.exec(Buffer.from(bytes as Uint8Array).toString())?.[1]);
      const stored = count("SELECT count(*) FROM blobs WHERE key GLOB 'mail/*'");
      database.close();
      return [
        ...(waiting > 0 ? [`${waiting} mails became nothing`] : []),
        ...(unnamed.length > 0 ? [`mails are in no case: ${unnamed.join(', ')}`] : []),
        ...(stored < accepted ? [`${accepted} mails were accepted, ${stored} are stored`] : []),
      ];
    },
  };
}
