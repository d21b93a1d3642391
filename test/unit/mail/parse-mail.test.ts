import { afterAll, describe, expect, it } from 'vitest';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { eml, FROM, multipart } from './eml.ts';

const reader = createMailReader();
afterAll(() => reader.close());

async function read(raw: Uint8Array): Promise<ParsedMail> {
  const mail = await reader.parseMail(raw);
  if (mail.kind !== 'parsed') throw new Error(`${mail.reason}: ${mail.message}`);
  return mail;
}

describe('parseMail', () => {
  it('reads the fields of a plain mail', async () => {
    const raw = eml(
      [
        'Return-Path: <sara@example.com>',
        FROM,
        'To: Help <help@rida.example>, "B, C" <b@EXAMPLE.org>',
        'Cc: d@example.org',
        'Reply-To: other@example.com',
        'Subject: A folded',
        ' subject',
        'Date: Sun, 22 Nov 2026 10:30:00 +0300 (AST)',
        'Message-ID: <1@example.com>',
        'In-Reply-To: <0@example.com>',
        'References: <a@example.com>',
        ' <0@example.com>',
        'Auto-Submitted: no',
      ],
      'Hello\r\nthere\r\n',
    );
    expect(await read(raw)).toEqual({
      kind: 'parsed',
      messageId: '<1@example.com>',
      inReplyTo: '<0@example.com>',
      references: ['<a@example.com>', '<0@example.com>'],
      date: Date.UTC(2026, 10, 22, 7, 30),
      from: { name: 'Sara', address: 'sara@example.com' },
      replyTo: { name: '', address: 'other@example.com' },
      to: [
        { name: 'Help', address: 'help@rida.example' },
        { name: 'B, C', address: 'b@example.org' },
      ],
      cc: [{ name: '', address: 'd@example.org' }],
      subject: 'A folded subject',
      text: 'Hello\nthere\n',
      html: null,
      attachments: [],
      headers: { 'return-path': '<sara@example.com>', 'auto-submitted': 'no' },
      language: 'en',
      defects: [],
    });
  });

  it('keeps every byte of a file that the parser is given in slices', async () => {
    const content = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 7_919) % 251));
    const lines = content.toString('base64').replace(/.{76}/g, '$&\r\n');
    const file = ['Content-Type: application/pdf; name=a.pdf', 'Content-Transfer-Encoding: base64'];
    const raw = eml(
      [FROM, 'Content-Type: multipart/mixed; boundary=b'],
      multipart('b', [
        [['Content-Type: text/plain'], 'see the files'],
        [file, lines],
        [file, lines.slice(0, 400_000)],
      ]),
    );
    const { text, attachments } = await read(raw);
    expect(text).toContain('see the files');
    expect(attachments.map(({ content: read }) => content.subarray(0, read.length).equals(read))).toEqual([
      true,
      true,
    ]);
    expect(attachments[0]?.size).toBe(700_000);
  });

  it('says what is missing instead of inventing it', async () => {
    const mail = await read(eml(['Subject: no one wrote this', 'Date: yesterday']));
    expect(mail).toMatchObject({ from: null, date: null, messageId: null, replyTo: null, to: [], text: '' });
  });

  it.each([
    [
      'two From headers',
      [FROM, 'From: eve@example.net'],
      ['several-from-headers', 'several-authors'].slice(0, 1),
    ],
    ['two authors in one From', ['From: sara@example.com, eve@example.net'], ['several-authors']],
  ])('takes the first author of %s and says so', async (_name, headers, defects) => {
    expect(await read(eml(headers))).toMatchObject({ from: { address: 'sara@example.com' }, defects });
  });

  it.each([
    ['From: no address here'],
    ['From: <>'],
    ['From: undisclosed:;'],
    ['From: "sara@example.com" <not an address>'],
  ])('has no author for %s', async (line) => {
    expect((await read(eml([line, 'Subject: x']))).from).toBeNull();
  });

  it('reads a name with an address in it as a name', async () => {
    const mail = await read(eml(['From: "help@rida.example" <eve@example.net>']));
    expect(mail.from).toEqual({ name: 'help@rida.example', address: 'eve@example.net' });
  });

  it('makes text of HTML, quotes marked, styles and scripts left out', async () => {
    const html = `<html><head><style>p{color:red}</style><title>t</title></head><body>
      <p>First&nbsp;line<br>second &lt;line&gt;</p><ul><li>one</li><li>two</li></ul><script>evil()</script>
      <div class="gmail_quote"><div>On Sunday Sara wrote:</div><blockquote>old</blockquote></div></body></html>`;
    const mail = await read(eml([FROM, 'Content-Type: text/html; charset=utf-8'], html));
    expect(mail.text.split('\n').filter((line) => line !== '')).toEqual([
      'First line',
      'second <line>',
      '- one',
      '- two',
      'On Sunday Sara wrote:',
      '> old',
    ]);
    expect(mail.html).toBe(html.replaceAll('\r\n', '\n'));
  });

  it('prefers the text of alternatives, and takes the HTML when the text is empty', async () => {
    const alternatives = (text: string) =>
      eml(
        [FROM, 'Content-Type: multipart/alternative; boundary=b'],
        multipart('b', [
          [['Content-Type: text/plain'], text],
          [['Content-Type: text/html'], '<p>from html</p>'],
        ]),
      );
    expect((await read(alternatives('from text'))).text).toBe('from text');
    expect((await read(alternatives('  '))).text).toBe('from html');
  });

  it('reads nested parts, inline pictures and forwarded mails', async () => {
    const related = multipart('rel', [
      [['Content-Type: text/html'], '<p>see</p><img src="cid:pic">'],
      [
        ['Content-Type: image/png', 'Content-ID: <pic>', 'Content-Disposition: inline; filename=logo.png'],
        'png',
      ],
    ]);
    const mixed = multipart('mix', [
      [['Content-Type: multipart/related; boundary=rel'], related],
      [['Content-Type: message/rfc822'], eml(['From: o@example.org', 'Subject: inner'], 'forwarded words')],
      [['Content-Type: application/pdf; name="a.pdf"'], '%PDF'],
    ]);
    const mail = await read(eml([FROM, 'Content-Type: multipart/mixed; boundary=mix'], mixed));
    expect(mail.attachments.map(({ name, inline, contentId }) => [name, inline, contentId])).toEqual([
      ['logo.png', true, 'pic'],
      ['attachment-2.eml', false, null],
      ['a.pdf', false, null],
    ]);
    expect(mail.html).toContain('cid:pic');
    expect(mail.text).toMatch(/^see\n\n-+ Forwarded message -+\n.*Subject: inner\n\nforwarded words$/s);
    expect(Buffer.from(mail.attachments[1]?.content ?? []).toString()).toContain('forwarded words');
    expect(mail.subject).toBe('');
  });

  it('reads what a careless mailer left unfinished', async () => {
    const open = `--b\r\nContent-Type: text/plain\r\n\r\nno end`;
    expect((await read(eml([FROM, 'Content-Type: multipart/mixed; boundary=b'], open))).text).toBe('no end');
    expect((await read(eml([FROM, 'Content-Type: multipart/mixed'], 'no boundary'))).from).not.toBeNull();
    expect((await read(Buffer.from('From: sara@example.com\nSubject: bare line feeds\n\nok\n'))).text).toBe(
      'ok\n',
    );
    expect((await read(Buffer.from('From: sara@example.com'))).from?.address).toBe('sara@example.com');
  });

  it('reads many mails at once in order of arrival', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    const mails = await Promise.all(numbers.map((number) => read(eml([FROM, `Subject: ${number}`]))));
    expect(mails.map(({ subject }) => Number(subject))).toEqual(numbers);
  });

  it('leaves the bytes it was given untouched', async () => {
    const raw = eml([FROM], 'x');
    const before = Buffer.from(raw);
    await read(raw);
    expect(Buffer.from(raw)).toEqual(before);
  });
});
