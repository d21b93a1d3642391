import { afterAll, describe, expect, it } from 'vitest';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { automaticKind } from '#shared/domain/mail/automatic.ts';
import type { OutgoingMail } from '#shared/ports/mailer.ts';
import { violations } from '#test/doubles/strict-relay.ts';

const reader = createMailReader();
afterAll(() => reader.close());

const mail: OutgoingMail = {
  from: { name: 'مركز رضا المستفيدين', address: 'help@rida.example' },
  to: [{ name: 'سارة "س" <أ>', address: 'sara@example.com' }],
  replyTo: { name: '', address: 'help+9T90A92918@rida.example' },
  subject: '[رضا 9T9-0A9-2918] استلمنا بلاغك',
  text: 'السلام عليكم\n.\nFrom the start',
  html: '<p dir="rtl">السلام عليكم</p>',
  messageId: '<9T90A92918.ack@rida.example>',
  inReplyTo: '<1@example.com>',
  references: ['<0@example.com>', '<1@example.com>'],
  autoSubmitted: 'auto-replied',
  listUnsubscribe: 'https://rida.example/u/abc',
  headers: { 'X-Rida-Reference': '9T9-0A9-2918' },
  date: Date.UTC(2026, 10, 22, 7, 30),
};

describe('composeMail', () => {
  it('writes what a reader reads back', async () => {
    const back = await reader.parseMail(await composeMail(mail));
    expect(back).toMatchObject({
      kind: 'parsed',
      messageId: mail.messageId,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      date: mail.date,
      from: mail.from,
      replyTo: mail.replyTo,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: {
        'auto-submitted': 'auto-replied',
        'x-auto-response-suppress': 'All',
        'list-unsubscribe': '<https://rida.example/u/abc>',
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
        'x-rida-mail': '1',
        'x-rida-reference': '9T9-0A9-2918',
      },
    });
  });

  it('gives the same bytes for the same mail, and others for another', async () => {
    const once = Buffer.from(await composeMail(mail));
    expect(Buffer.from(await composeMail(mail)).equals(once)).toBe(true);
    const other = await composeMail({ ...mail, messageId: '<9T90A92918.reply@rida.example>' });
    expect(Buffer.from(other).equals(once)).toBe(false);
  });

  it('carries files byte for byte, the same each time, and copies', async () => {
    const content = Uint8Array.from({ length: 5_000 }, (_, at) => at % 256);
    const withFiles: OutgoingMail = {
      ...mail,
      cc: [{ name: '', address: 'deputy@example.com' }],
      attachments: [
        { name: 'خطاب "أ"; رقم 1.pdf', type: 'application/pdf', content },
        { name: 'a.txt', type: 'text/plain', content: new TextEncoder().encode('سطر\nline\r\n.\r\n') },
      ],
    };
    const raw = await composeMail(withFiles);
    expect(Buffer.from(await composeMail(withFiles)).equals(Buffer.from(raw))).toBe(true);
    expect(Buffer.from(raw).toString('latin1')).not.toMatch(/[^\r\n\t\x20-\x7e]/);
    const back = await reader.parseMail(raw);
    if (back.kind === 'unreadable') throw new Error(back.message);
    expect(back.html).toBe(mail.html);
    expect(back.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['خطاب "أ"; رقم 1.pdf', 'application/pdf'],
      ['a.txt', 'text/plain'],
    ]);
    expect(Buffer.from(back.attachments[0]?.content ?? []).equals(Buffer.from(content))).toBe(true);
    expect(new TextDecoder().decode(back.attachments[1]?.content)).toBe('سطر\nline\r\n.\r\n');
  });

  it.each([
    { name: 'a.pdf', type: 'application/pdf\r\nX: y' },
    { name: 'a.pdf', type: 'pdf' },
  ])('throws on a file that would break out of its header: %j', async (file) => {
    const attachments = [{ ...file, content: new Uint8Array(1) }];
    await expect(composeMail({ ...mail, attachments })).rejects.toThrow(TypeError);
  });

  it('is pure ASCII in lines of at most 998 bytes that end in CRLF', async () => {
    const raw = Buffer.from(await composeMail({ ...mail, text: 'س'.repeat(5_000) })).toString('latin1');
    expect(raw).not.toMatch(/[^\r\n\t\x20-\x7e]/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('is recognised as our own when it is returned', async () => {
    const back = await reader.parseMail(
      await composeMail({ ...mail, from: { name: '', address: 'x@y.example' } }),
    );
    const headers = back.kind === 'parsed' ? back.headers : {};
    const envelope = {
      sender: null,
      from: null,
      subject: '',
      messageId: null,
      ownAddresses: [],
      ownMessageIdDomain: 'z',
    };
    expect(automaticKind(headers, envelope)).toEqual({ kind: 'own', why: 'x-rida-mail' });
  });

  it('leaves an agent’s own reply without the marks of a machine', async () => {
    const { autoSubmitted: _none, listUnsubscribe: _neither, ...reply } = mail;
    const back = await reader.parseMail(await composeMail(reply));
    expect(back.kind === 'parsed' && Object.keys(back.headers).sort()).toEqual([
      'content-type',
      'x-rida-mail',
      'x-rida-reference',
    ]);
  });

  const broken = ['\r\nBcc: victim@example.com', '\nX: y', '\r', '\0', '\u2028'];
  it.each(broken)('refuses %j in every header', async (evil) => {
    const attempts: OutgoingMail[] = [
      { ...mail, to: [{ name: '', address: `a${evil}@b.example` }] },
      { ...mail, replyTo: { name: '', address: `a@b.example${evil}` } },
      { ...mail, messageId: `<a${evil}@b>` },
      { ...mail, inReplyTo: `<a@b${evil}>` },
      { ...mail, references: [`<a@b>${evil}`] },
      { ...mail, listUnsubscribe: `https://a.example/${evil}` },
      { ...mail, headers: { 'X-A': `b${evil}` } },
      { ...mail, headers: { [`X-A${evil}`]: 'b' } },
    ];
    for (const attempt of attempts) await expect(composeMail(attempt)).rejects.toThrow(TypeError);
  });

  it.each(broken)('writes names, subjects and file names without %j', async (evil) => {
    const raw = await composeMail({
      ...mail,
      subject: `a${evil}`,
      from: { name: `a${evil}`, address: 'a@b.example' },
      attachments: [{ name: `a${evil}.pdf`, type: 'application/pdf', content: new Uint8Array(1) }],
    });
    expect(violations(raw)).toEqual([]);
    expect(Buffer.from(raw).toString('latin1')).not.toMatch(/^(?:Bcc|X):/mu);
  });

  it.each(['a@b.example, c@d.example', 'a@b.example>', 'group:a@b.example;', 'a b@c.example', 'nobody', ''])(
    'refuses %j as one address',
    async (address) => {
      await expect(composeMail({ ...mail, to: [{ name: '', address }] })).rejects.toThrow(TypeError);
    },
  );
});

describe('the check of a strict relay', () => {
  const lines = async () => Buffer.from(await composeMail(mail)).toString('latin1');
  it.each<[string, (raw: string) => string, RegExp]>([
    ['a letter that is not ASCII', (raw) => raw.replace('Subject: ', 'Subject: \u00e9'), /not ASCII/u],
    ['a long line', (raw) => raw.replace('Subject: ', `Subject: ${'x'.repeat(999)}`), /octets in a line/u],
    ['a bare line feed', (raw) => raw.replace('\r\n', '\n'), /not CRLF/u],
    ['two subjects', (raw) => `Subject: x\r\n${raw}`, /subject twice/u],
    ['no date', (raw) => raw.replace(/^Date:.*\r\n/mu, ''), /no date/u],
    [
      'an id without brackets',
      (raw) => raw.replace(/^In-Reply-To:.*$/mu, 'In-Reply-To: a@b.example'),
      /in-reply-to/u,
    ],
    [
      'an id with a space',
      (raw) => raw.replace(/^References:.*$/mu, 'References: <a b@c.example>'),
      /references/u,
    ],
    ['a special character in an address', (raw) => raw.replace(/^To:.*$/mu, 'To: a;b@c.example'), /to: a;b/u],
    ['an encoded word that is too long', (raw) => `X: =?utf-8?Q?${'a'.repeat(80)}?=\r\n${raw}`, /=\?utf-8/u],
  ])('finds %s', async (_name, change, wrong) => {
    expect(violations(Buffer.from(change(await lines()), 'latin1')).join('\n')).toMatch(wrong);
  });

  it('finds nothing in our mail', async () => expect(violations(await composeMail(mail))).toEqual([]));
});
