import { afterAll, describe, expect, it } from 'vitest';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { eml, encodedWord, encodeIn, FROM, multipart } from './eml.ts';

const ARABIC = 'السلام عليكم، يوجد تسرب مياه في شارع الأمير سلطان منذ يومين ولم يصل أحد';
const reader = createMailReader();
afterAll(() => reader.close());

async function read(raw: Uint8Array): Promise<ParsedMail> {
  const mail = await reader.parseMail(raw);
  if (mail.kind !== 'parsed') throw new Error(`${mail.reason}: ${mail.message}`);
  return mail;
}

function quotedPrintable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/(?:=..){20}/g, '$&=\r\n');
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/.{72}/g, '$&\r\n');
const utf8 = Buffer.from(ARABIC);
const windows = encodeIn('windows-1256', ARABIC);
const iso = encodeIn('iso-8859-6', ARABIC);

describe('the text of a mail', () => {
  it.each<[string, string[], string | Uint8Array]>([
    ['windows-1256, 8-bit', ['Content-Type: text/plain; charset=windows-1256'], windows],
    ['windows-1256 under its other name', ['Content-Type: text/plain; charset="cp1256"'], windows],
    ['iso-8859-6, 8-bit', ['Content-Type: text/plain; charset=iso-8859-6'], iso],
    ['iso-8859-6-i is not known to mailers', ['Content-Type: text/plain; charset=iso-8859-6-i'], iso],
    ['utf-8, 8-bit', ['Content-Type: text/plain; charset=utf-8'], utf8],
    [
      'windows-1256, quoted-printable',
      ['Content-Type: text/plain; charset=windows-1256', 'Content-Transfer-Encoding: quoted-printable'],
      quotedPrintable(windows),
    ],
    [
      'utf-8, base64',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      base64(utf8),
    ],
    ['no label, windows-1256', [], windows],
    ['no label, iso-8859-6', [], iso],
    ['no label, utf-8', [], utf8],
    ['labelled utf-8, is windows-1256', ['Content-Type: text/plain; charset=utf-8'], windows],
    ['labelled windows-1256, is utf-8', ['Content-Type: text/plain; charset=windows-1256'], utf8],
    ['labelled iso-8859-1, is windows-1256', ['Content-Type: text/plain; charset=iso-8859-1'], windows],
    ['labelled us-ascii, is utf-8', ['Content-Type: text/plain; charset=us-ascii'], utf8],
    ['labelled iso-8859-6, is windows-1256', ['Content-Type: text/plain; charset=iso-8859-6'], windows],
    ['unknown label', ['Content-Type: text/plain; charset=x-unknown-77'], windows],
  ])('%s', async (_name, headers, body) => {
    const mail = await read(eml([FROM, 'Subject: x', ...headers], body));
    expect(mail.text.trim()).toBe(ARABIC);
    expect(mail.language).toBe('ar');
  });

  it('keeps what is whole of broken UTF-8', async () => {
    const broken = Buffer.concat([utf8, Buffer.from([0xd8])]);
    const mail = await read(eml([FROM, 'Content-Type: text/plain; charset=utf-8'], broken));
    expect(mail.text).toBe(`${ARABIC}\ufffd`);
  });

  it('reads French without a label as French', async () => {
    const mail = await read(
      eml([FROM, 'Subject: x'], encodeIn('windows-1252', 'Déjà vu à l’hôtel près de la mer')),
    );
    expect(mail.text).toBe('Déjà vu à l’hôtel près de la mer');
  });

  it('decodes every part by its own charset', async () => {
    const body = multipart('b', [
      [['Content-Type: text/plain; charset=windows-1256'], windows],
      [['Content-Type: text/plain; charset=utf-8'], utf8],
    ]);
    const mail = await read(eml([FROM, 'Content-Type: multipart/mixed; boundary=b'], body));
    expect(mail.text.split('\n').filter((line) => line !== '')).toEqual([ARABIC, ARABIC]);
  });

  it('decodes UTF-7 before anything is cleaned, so that it smuggles no markup', async () => {
    const mail = await read(eml([FROM, 'Content-Type: text/html; charset=utf-7'], '+ADw-script+AD4-x'));
    expect(mail.html).toBe('<script>x');
    expect(cleanHtml(mail.html ?? '', 'en')).toBe('');
  });
});

describe('headers', () => {
  const subject = 'بلاغ عن إنارة';
  it.each<[string, Uint8Array]>([
    ['encoded word, utf-8', Buffer.from(`Subject: ${encodedWord('utf-8', Buffer.from(subject))}`)],
    [
      'encoded word, windows-1256',
      Buffer.from(`Subject: ${encodedWord('windows-1256', encodeIn('windows-1256', subject))}`),
    ],
    [
      'encoded word, iso-8859-6',
      Buffer.from(`Subject: ${encodedWord('iso-8859-6', encodeIn('iso-8859-6', subject))}`),
    ],
    [
      'quoted encoded word',
      Buffer.from(`Subject: =?utf-8?Q?${quotedPrintable(Buffer.from(subject)).replaceAll('=\r\n', '')}?=`),
    ],
    [
      'a letter split between two words',
      Buffer.from(
        `Subject: ${encodedWord('utf-8', Buffer.from(subject).subarray(0, 5))}\r\n ${encodedWord('utf-8', Buffer.from(subject).subarray(5))}`,
      ),
    ],
    ['raw utf-8', Buffer.from(`Subject: ${subject}`)],
    ['raw windows-1256', Buffer.concat([Buffer.from('Subject: '), encodeIn('windows-1256', subject)])],
  ])('subject as %s', async (_name, line) => {
    expect((await read(eml([FROM, line], 'x'))).subject).toBe(subject);
  });

  it.each([
    [
      'encoded word',
      `From: ${encodedWord('windows-1256', encodeIn('windows-1256', 'أحمد'))} <A.Sami@Example.COM>`,
    ],
    ['raw utf-8', 'From: أحمد <A.Sami@Example.COM>'],
    ['quoted', 'From: "أحمد" <A.Sami@Example.COM>'],
  ])('author as %s', async (_name, line) => {
    expect((await read(eml([line]))).from).toEqual({ name: 'أحمد', address: 'A.Sami@example.com' });
  });

  it.each([
    ['RFC 2231', "attachment; filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9.jpg"],
    ['RFC 2231 in windows-1256', "attachment; filename*=windows-1256''%D5%E6%D1%C9.jpg"],
    ['RFC 2231 in pieces', "attachment; filename*0*=UTF-8''%D8%B5%D9%88; filename*1*=%D8%B1%D8%A9.jpg"],
    ['encoded word', `attachment; filename="${encodedWord('utf-8', Buffer.from('صورة.jpg'))}"`],
    ['raw utf-8', 'attachment; filename="صورة.jpg"'],
    ['with a path before it', 'attachment; filename="C:\\\\temp\\\\صورة.jpg"'],
    ['with a hidden override', 'attachment; filename="صو\u202eرة.jpg"'],
  ])('file name as %s', async (_name, disposition) => {
    const body = multipart('b', [
      [['Content-Type: text/plain'], 'see picture'],
      [
        [
          'Content-Type: image/jpeg',
          `Content-Disposition: ${disposition}`,
          'Content-Transfer-Encoding: base64',
        ],
        '/9j/4A==',
      ],
    ]);
    const mail = await read(eml([FROM, 'Content-Type: multipart/mixed; boundary=b'], body));
    expect(mail.attachments).toEqual([
      {
        name: 'صورة.jpg',
        type: 'image/jpeg',
        size: 4,
        content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
        inline: false,
        contentId: null,
      },
    ]);
  });
});
