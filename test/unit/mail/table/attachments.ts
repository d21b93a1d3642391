import { encodedWord, encodeIn } from '../eml.ts';
import { base64, mail, multi, nested, part, plain, type Row } from './row.ts';

const NAME = 'صورة الحفرة.jpg';
const percent = (content: Uint8Array): string =>
  [...content].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const utf8 = percent(Buffer.from(NAME));
const text = part(['Content-Type: text/plain; charset=utf-8'], 'مرفق');

/** A mail with one JPEG of three bytes whose name is in the given headers. */
const named = (name: string, expected: string, ...headers: readonly string[]): Row => ({
  name,
  raw: multi('mixed', [text, part([...headers, 'Content-Transfer-Encoding: base64'], '/9j/')]),
  out: { text: 'مرفق', attachments: [[expected, 'image/jpeg', 3]], decision: 'open' },
});
const JPEG = 'Content-Type: image/jpeg';
const disposition = (parameters: string): string => `Content-Disposition: attachment; ${parameters}`;

export const ATTACHMENT_ROWS: readonly Row[] = [
  named('a plain name', 'a.jpg', JPEG, disposition('filename="a.jpg"')),
  named('a name without quotes', 'a.jpg', JPEG, disposition('filename=a.jpg')),
  named('a name with spaces and no quotes', 'my photo.jpg', JPEG, disposition('filename=my photo.jpg')),
  named('RFC 2231', NAME, JPEG, disposition(`filename*=UTF-8''${utf8}`)),
  named('RFC 2231 with language', NAME, JPEG, disposition(`filename*=utf-8'ar'${utf8}`)),
  named('RFC 2231 in quotes', NAME, JPEG, disposition(`filename*="UTF-8''${utf8}"`)),
  named(
    'RFC 2231 in windows-1256',
    NAME,
    JPEG,
    disposition(`filename*=windows-1256''${percent(encodeIn('windows-1256', NAME))}`),
  ),
  named(
    'RFC 2231 continued',
    NAME,
    JPEG,
    disposition(`\r\n filename*0*=UTF-8''${utf8.slice(0, 30)};\r\n filename*1*=${utf8.slice(30)}`),
  ),
  named(
    'RFC 2231 continued inside a character',
    NAME,
    JPEG,
    disposition(`\r\n filename*0*=UTF-8''${utf8.slice(0, 33)};\r\n filename*1*=${utf8.slice(33)}`),
  ),
  named(
    'RFC 2231 continued in the wrong order',
    'abc.jpg',
    JPEG,
    disposition('filename*1="bc.jpg"; filename*0="a"'),
  ),
  named(
    'RFC 2231 beside a plain name',
    NAME,
    JPEG,
    disposition(`filename="picture.jpg"; filename*=UTF-8''${utf8}`),
  ),
  named(
    'RFC 2047 in quotes',
    NAME,
    JPEG,
    disposition(`filename="${encodedWord('utf-8', Buffer.from(NAME))}"`),
  ),
  named(
    'RFC 2047 without quotes',
    NAME,
    JPEG,
    disposition(`filename=${encodedWord('utf-8', Buffer.from(NAME))}`),
  ),
  named(
    'RFC 2047 in two words',
    NAME,
    JPEG,
    disposition(
      `filename="${encodedWord('utf-8', Buffer.from(NAME).subarray(0, 9))}\r\n ${encodedWord('utf-8', Buffer.from(NAME).subarray(9))}"`,
    ),
  ),
  named('RFC 2047 in Q', 'a b.jpg', JPEG, disposition('filename="=?utf-8?Q?a_b=2Ejpg?="')),
  named(
    'RFC 2047 in windows-1256',
    NAME,
    JPEG,
    disposition(`filename="${encodedWord('windows-1256', encodeIn('windows-1256', NAME))}"`),
  ),
  named(
    'RFC 2047 inside RFC 2231 continuations',
    NAME,
    JPEG,
    disposition(
      `filename*0="=?utf-8?B?${Buffer.from(NAME).toString('base64').slice(0, 16)}";\r\n filename*1="${Buffer.from(NAME).toString('base64').slice(16)}?="`,
    ),
  ),
  named('raw UTF-8', NAME, JPEG, disposition(`filename="${NAME}"`)),
  named(
    'in Content-Type alone',
    NAME,
    `${JPEG}; name="${encodedWord('utf-8', Buffer.from(NAME))}"`,
    'Content-Disposition: attachment',
  ),
  named('a path', 'a.jpg', JPEG, disposition('filename="C:\\\\photos\\\\a.jpg"')),
  named('a path upwards', 'passwd', JPEG, disposition('filename="../../etc/passwd"')),
  named(
    'a name that reorders text',
    'photogpj.exe',
    JPEG,
    disposition(`filename*=UTF-8''photo%E2%80%AEgpj.exe`),
  ),
  named('no name', 'attachment-1.jpg', JPEG, 'Content-Disposition: attachment'),
  named('a type in capitals', 'a.jpg', 'Content-Type: IMAGE/JPEG', disposition('filename="a.jpg"')),
  {
    name: 'an octet stream keeps the type it was declared with',
    raw: multi('mixed', [
      text,
      part(['Content-Type: application/octet-stream', disposition('filename="a.pdf"')], '%PDF'),
    ]),
    out: { attachments: [['a.pdf', 'application/octet-stream', 4]] },
  },
  {
    name: 'a picture inside the text',
    raw: multi('related', [
      part(['Content-Type: text/html; charset=utf-8'], '<p>انظر</p><img src="cid:p1">'),
      part(['Content-Type: image/png; name=p.png', 'Content-ID: <p1>', 'Content-Disposition: inline'], 'png'),
    ]),
    out: { text: 'انظر', attachments: [['p.png', 'image/png', 3]] },
  },
  {
    name: 'text between two files, as Apple Mail writes it',
    raw: multi('mixed', [
      part(['Content-Type: text/plain; charset=utf-8'], 'قبل'),
      part(['Content-Type: image/png', 'Content-Disposition: inline; filename=p.png'], 'png'),
      part(['Content-Type: text/plain; charset=utf-8'], 'بعد'),
    ]),
    out: { text: 'قبل\n\nبعد', attachments: [['p.png', 'image/png', 3]] },
  },
  {
    name: 'text and HTML in a row',
    raw: multi('mixed', [
      part(['Content-Type: text/plain; charset=utf-8'], 'first'),
      part(['Content-Type: text/html; charset=utf-8'], '<p>second</p>'),
    ]),
    out: { text: 'first\n\nsecond', attachments: [] },
  },
  {
    name: 'a text file shown inline',
    raw: multi('mixed', [
      text,
      part(
        ['Content-Type: text/plain; name=log.txt', 'Content-Disposition: inline; filename=log.txt'],
        'line',
      ),
    ]),
    out: { text: 'مرفق', attachments: [['log.txt', 'text/plain', 4]] },
  },
  {
    name: 'an HTML file',
    raw: multi('mixed', [
      text,
      part(['Content-Type: text/html', disposition('filename=page.html')], '<p>x</p>'),
    ]),
    out: { text: 'مرفق', attachments: [['page.html', 'text/html', 8]] },
  },
  {
    name: 'a file alone',
    raw: mail([JPEG, disposition('filename=a.jpg'), 'Content-Transfer-Encoding: base64'], base64('jpg')),
    out: { text: '', attachments: [['a.jpg', 'image/jpeg', 3]], decision: 'open' },
  },
  {
    name: 'an empty file',
    raw: multi('mixed', [text, part([JPEG, disposition('filename=a.jpg')])]),
    out: { attachments: [['a.jpg', 'image/jpeg', 0]] },
  },
  {
    name: 'parts nested four deep',
    raw: multi('mixed', [
      part(
        ['Content-Type: multipart/related; boundary=r'],
        nested('r', [
          part(
            ['Content-Type: multipart/alternative; boundary=a'],
            nested('a', [
              part(['Content-Type: text/plain'], 'deep'),
              part(['Content-Type: text/html'], '<b>deep</b>'),
            ]),
          ),
          part(['Content-Type: image/gif; name=g.gif', 'Content-ID: <g>'], 'gif'),
        ]),
      ),
      part(['Content-Type: application/pdf; name=d.pdf'], '%PDF'),
    ]),
    out: {
      text: 'deep',
      attachments: [
        ['g.gif', 'image/gif', 3],
        ['d.pdf', 'application/pdf', 4],
      ],
    },
  },
  {
    name: 'an alternative for one reader only',
    raw: multi('alternative', [
      part(['Content-Type: text/plain'], 'words'),
      part(['Content-Type: text/x-amp-html'], '<html amp4email></html>'),
      part(['Content-Type: text/html'], '<p>words</p>'),
    ]),
    out: { text: 'words', attachments: [] },
  },
  {
    name: 'a plain part that only asks for a better reader',
    raw: multi('alternative', [
      part(['Content-Type: text/plain'], 'This is an HTML message. Please view it in an HTML reader.'),
      part(['Content-Type: text/html; charset=utf-8'], '<p>الإنارة معطلة</p>'),
    ]),
    out: { text: 'الإنارة معطلة', language: 'ar' },
  },
  {
    name: 'an empty body',
    raw: plain(''),
    out: { text: '', fullText: '', attachments: [], decision: 'open' },
  },
  { name: 'a body of spaces', raw: plain(' \r\n\t\r\n'), out: { text: '', decision: 'open' } },
  { name: 'headers alone', raw: mail([]), out: { text: '', decision: 'open' } },
];
