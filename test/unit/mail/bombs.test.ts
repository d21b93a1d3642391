import { afterAll, describe, expect, it } from 'vitest';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { MAIL_LIMITS } from '#shared/domain/mail/parsed-mail.ts';
import { prescan } from '#shared/domain/mail/prescan.ts';
import { eml, FROM, multipart } from './eml.ts';

// The time limit has a test of its own. The others must not depend on how busy the computer is.
const reader = createMailReader({ time: 600_000 });
afterAll(() => reader.close());

function nestedMultiparts(depth: number): Uint8Array {
  const lines = ['From: a@example.com', 'Content-Type: multipart/mixed; boundary=b0', ''];
  for (let level = 1; level <= depth; level += 1) {
    lines.push(`--b${level - 1}`, `Content-Type: multipart/mixed; boundary=b${level}`, '');
  }
  return Buffer.from(lines.join('\r\n'));
}

const nestedMessages = (depth: number): Uint8Array =>
  Buffer.from(`From: a@example.com\r\n${'Content-Type: message/rfc822\r\n\r\n'.repeat(depth)}x`);

const emptyParts = (count: number): Uint8Array =>
  eml([FROM, 'Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\n'.repeat(count));

describe('prescan', () => {
  it.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['one byte more than allowed', new Uint8Array(MAIL_LIMITS.bytes + 1), 'too-large'],
    ['a million empty parts', emptyParts(1_000_000), 'too-many-parts'],
    ['five thousand multiparts in each other', nestedMultiparts(5_000), 'nested-too-deep'],
    ['twenty thousand messages in each other', nestedMessages(20_000), 'nested-too-deep'],
    ['ten megabytes of one header', eml([`Subject: ${'x'.repeat(10_000_000)}`]), 'header-too-large'],
    ['three hundred thousand headers', Buffer.from('X: y\r\n'.repeat(300_000)), 'header-too-large'],
    ['a header that never ends', Buffer.from('a'.repeat(400_000)), 'header-too-large'],
  ])('refuses %s', (_name, raw, reason) => {
    expect(prescan(raw, MAIL_LIMITS)).toMatchObject({ kind: 'unreadable', reason });
  });

  it.each([
    ['the deepest allowed', nestedMultiparts(MAIL_LIMITS.depth - 1)],
    ['as many parts as allowed', emptyParts(MAIL_LIMITS.parts)],
    [
      'dashes that are no boundary',
      eml([FROM, 'Content-Type: multipart/mixed; boundary=b'], '--x\r\n'.repeat(5_000)),
    ],
    [
      'a boundary quoted in plain text',
      eml([FROM], 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(2_000)),
    ],
    [
      'siblings, which are not nested',
      eml(
        [FROM, 'Content-Type: multipart/mixed; boundary=o'],
        multipart(
          'o',
          Array.from({ length: 40 }, (_, index) => [
            [`Content-Type: multipart/alternative; boundary=i${index}`],
            multipart(`i${index}`, [[['Content-Type: text/plain'], 'x']]),
          ]),
        ),
      ),
    ],
  ])('lets pass %s', (_name, raw) => {
    expect(prescan(raw, MAIL_LIMITS)).toBeNull();
  });
});

describe('a mail that would hold the parser', () => {
  it('is given up when its time is over, and the next mail is read', async () => {
    const hasty = createMailReader({ time: 1 });
    const heavy = eml([FROM, 'Content-Type: text/html'], '<div>a'.repeat(500_000));
    expect(await hasty.parseMail(heavy)).toMatchObject({ kind: 'unreadable', reason: 'took-too-long' });
    await hasty.close();
    expect(await reader.parseMail(eml([FROM], 'next'))).toMatchObject({ kind: 'parsed', text: 'next' });
  });

  it('is given up when it needs too much memory, and the next mail is read', async () => {
    const lean = createMailReader({ heap: 24, time: 600_000, headerBytes: 20_000_000 });
    const heavy = eml([FROM, `To: ${'a@b.cd,'.repeat(300_000)}x@y.zz`]);
    expect(await lean.parseMail(heavy)).toMatchObject({
      kind: 'unreadable',
      reason: 'needs-too-much-memory',
    });
    expect(await lean.parseMail(eml([FROM], 'next'))).toMatchObject({ kind: 'parsed', text: 'next' });
    await lean.close();
  }, 600_000);

  it.each([
    ['a hundred thousand encoded words', eml([FROM, `Subject: ${'=?utf-8?Q?a?= '.repeat(15_000)}`])],
    ['ten thousand recipients', eml([FROM, `To: ${'a@b.cd,'.repeat(30_000)}x@y.zz`])],
    ['parentheses in each other', eml([`From: ${'('.repeat(100_000)} a@b.cd`])],
    ['groups in each other', eml([`From: ${'g:'.repeat(50_000)} a@b.cd;`])],
    ['five megabytes of open elements', eml([FROM, 'Content-Type: text/html'], '<div>'.repeat(1_000_000))],
    ['five megabytes of quotes', eml([FROM, 'Content-Type: text/html'], '<blockquote>'.repeat(400_000))],
    [
      'a megabyte of soft line breaks',
      eml([FROM, 'Content-Transfer-Encoding: quoted-printable'], '=\r\n'.repeat(300_000)),
    ],
    ['an attribute without end', eml([FROM, 'Content-Type: text/html'], `<a href="${'x'.repeat(3_000_000)}`)],
    ['bytes of no format', Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7_919) % 256)],
  ])(
    '%s ends in an answer',
    async (_name, raw) => {
      expect(['parsed', 'unreadable']).toContain((await reader.parseMail(raw)).kind);
    },
    600_000,
  );
});

describe('a text longer than anybody reads', () => {
  it.each([
    ['plain', 'text/plain; charset=utf-8'],
    ['flowed', 'text/plain; charset=utf-8; format=flowed'],
    ['HTML', 'text/html; charset=utf-8'],
  ])(
    'is cut, and said to be: %s',
    async (_name, type) => {
      const mail = await reader.parseMail(eml([FROM, `Content-Type: ${type}`], 'words \r\n'.repeat(500_000)));
      expect(mail.kind === 'parsed' && mail.defects).toContain('text-cut');
      expect(mail.kind === 'parsed' && mail.text.length).toBeLessThanOrEqual(2_000_000);
    },
    600_000,
  );
});
