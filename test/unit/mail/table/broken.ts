import { base64, bytes, mail, multi, nested, part, plain, type Row } from './row.ts';

const TEXT = 'الإنارة معطلة في شارعنا';
const encodedText = (encoding: string, content: string): Uint8Array =>
  mail(['Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`], content);
const qp = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const row = (name: string, raw: Uint8Array, text = TEXT): Row => ({
  name,
  raw,
  out: { text, subject: 'Street lamp', from: ['Sara Ahmad', 'sara@example.com'], decision: 'open' },
});
const everyLineEnd = (raw: Uint8Array, end: string): Buffer =>
  Buffer.from(Buffer.from(raw).toString('latin1').replaceAll('\r\n', end), 'latin1');
const twoParts = nested('real', [
  part(['Content-Type: text/plain; charset=utf-8'], TEXT),
  part(['Content-Type: image/png; name=p.png'], 'png'),
]);
const withPicture = { attachments: [['p.png', 'image/png', 3]] } as const;

/** A mail with a picture whose inner part declares its boundary wrongly. */
const innerDeclared = (type: string): Row => ({
  name: `an inner part «${type}»`,
  raw: multi('mixed', [
    part([`Content-Type: ${type}`], nested('in', [part(['Content-Type: text/plain; charset=utf-8'], TEXT)])),
    part(['Content-Type: image/png; name=p.png'], 'png'),
  ]),
  out: { text: TEXT, ...withPicture, reasons: ['wrong-boundary'] },
});
const outerDeclared = (type: string): Row => ({
  name: `the mail’s type «${type}»`,
  raw: mail(
    [`Content-Type: ${type}`],
    nested('in', [part(['Content-Type: text/plain; charset=utf-8'], TEXT)]),
  ),
  out: { text: TEXT, attachments: [] },
});
const WRONGLY_DECLARED = [
  'multipart/alternative;\r\nboundary="in"',
  'multipart/alternative;\r\nboundary=in',
  'multipart/alternative; charset=utf-8;\r\nboundary="in"',
  'multipart/alternative;\r\n\r\nboundary="in"',
  'multipart/alternative boundary="in"',
  'multipart/alternative\r\n boundary="in"',
  'multipart/alternative, boundary=in',
  'multipart/related; type="text/plain"',
  'multipart/alternative',
];

export const BROKEN_ROWS: readonly Row[] = [
  row(
    'quoted-printable with soft breaks',
    encodedText('quoted-printable', qp(TEXT).replace(/.{60}/g, '$&=\r\n')),
  ),
  row(
    'a soft break inside a character’s code',
    encodedText('quoted-printable', `${qp(TEXT).slice(0, 31)}=\r\n${qp(TEXT).slice(31)}`),
  ),
  row(
    'soft breaks with spaces behind',
    encodedText('quoted-printable', qp(TEXT).replace(/.{60}/g, '$&=  \r\n')),
  ),
  row('soft breaks with LF alone', encodedText('quoted-printable', qp(TEXT).replace(/.{60}/g, '$&=\n'))),
  row('quoted-printable in lower case', encodedText('Quoted-Printable', qp(TEXT).toLowerCase())),
  row('an equals sign that encodes nothing', encodedText('quoted-printable', 'a = b =ZZ c'), 'a = b =ZZ c'),
  row('a soft break at the very end', encodedText('quoted-printable', `${qp(TEXT)}=`)),
  row('base64', encodedText('base64', base64(TEXT))),
  row('base64 on one line', encodedText('BASE64', Buffer.from(TEXT).toString('base64'))),
  row('base64 with junk in it', encodedText('base64', base64(TEXT).replace(/(.{10})/g, '$1 !*\r\n'))),
  row(
    'base64 without padding',
    encodedText('base64', Buffer.from(TEXT).toString('base64').replace(/=+$/, '')),
  ),
  row(
    'plain words labelled base64',
    encodedText('base64', 'The lamp is out, please help.'),
    'The lamp is out, please help.',
  ),
  row('Arabic labelled base64', encodedText('base64', TEXT)),
  row('control characters', plain(`${TEXT.slice(0, 4)}\u0000\u0008${TEXT.slice(4)}`)),
  {
    name: 'no empty line before the body',
    raw: bytes(
      'From: sara@example.com\r\nSubject: Street lamp\r\nThe lamp is out\r\nsince Sunday.\r\n\r\nSara\r\n',
    ),
    out: {
      text: 'The lamp is out\nsince Sunday.\n\nSara',
      subject: 'Street lamp',
      from: ['', 'sara@example.com'],
    },
  },
  row('an encoding nobody knows', encodedText('x-8bit-ish', TEXT)),
  row('LF line ends', everyLineEnd(plain(TEXT), '\n')),
  row('CR line ends', everyLineEnd(plain(TEXT), '\r')),
  row('CR CR LF line ends', everyLineEnd(plain(TEXT), '\r\r\n')),
  row('empty lines before the headers', bytes('\r\n\r\n', plain(TEXT))),
  row('a byte order mark before the headers', bytes('\ufeff', plain(TEXT))),
  row(
    'an mbox line before the headers',
    bytes('From sara@example.com Sun Nov 22 10:30:00 2026\r\n', plain(TEXT)),
  ),
  row('a header line without a colon', plain(TEXT, 'this is no header')),
  row('headers with spaces before the colon', mail(['Content-Type : text/plain; charset=utf-8'], TEXT)),
  {
    name: 'no final boundary',
    raw: mail(['Content-Type: multipart/mixed; boundary=real'], twoParts.subarray(0, twoParts.length - 12)),
    out: { text: TEXT, ...withPicture },
  },
  {
    name: 'the wrong boundary',
    raw: mail(['Content-Type: multipart/mixed; boundary=other'], twoParts),
    out: { text: TEXT, ...withPicture, reasons: ['wrong-boundary'] },
  },
  {
    name: 'no boundary named',
    raw: mail(['Content-Type: multipart/mixed'], twoParts),
    out: { text: TEXT, ...withPicture },
  },
  {
    name: 'a boundary in wrong case',
    raw: mail(['Content-Type: multipart/mixed; boundary=REAL'], twoParts),
    out: { text: TEXT, ...withPicture },
  },
  {
    name: 'a multipart that has no parts',
    raw: mail(['Content-Type: multipart/mixed; boundary=b'], TEXT),
    out: { text: TEXT, reasons: ['wrong-boundary'] },
  },
  {
    name: 'words before and after the parts',
    raw: mail(
      ['Content-Type: multipart/mixed; boundary=real'],
      'This is a multi-part message.\r\n',
      twoParts,
      'epilogue',
    ),
    out: { text: TEXT, ...withPicture },
  },
  {
    name: 'a part without headers',
    raw: mail(['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nbare\r\n--b--\r\n'),
    out: { text: 'bare' },
  },
  {
    name: 'an inner boundary that begins like the outer one',
    raw: mail(
      ['Content-Type: multipart/mixed; boundary=ab'],
      nested('ab', [
        part(
          ['Content-Type: multipart/alternative; boundary=abc'],
          nested('abc', [part(['Content-Type: text/plain'], 'inner')]),
        ),
      ]),
    ),
    out: { text: 'inner' },
  },
  {
    name: 'a declared type that is nonsense',
    raw: mail(['Content-Type: text'], 'words'),
    out: { decision: 'open', from: ['Sara Ahmad', 'sara@example.com'] },
  },
  {
    name: 'two Content-Types: the first holds',
    raw: mail(['Content-Type: text/plain', 'Content-Type: text/html'], 'a < b'),
    out: { text: 'a < b' },
  },
  {
    name: 'format=flowed',
    raw: mail(['Content-Type: text/plain; charset=utf-8; format=flowed'], 'a long \r\nline\r\n-- \r\nSara'),
    out: { text: 'a long line' },
  },
  {
    name: 'characters that no line has',
    raw: plain('a\u0000b\u0007c'),
    out: { decision: 'open' },
  },
  { name: 'no bytes', raw: new Uint8Array(), out: { decision: 'quarantine', reasons: ['empty'] } },
  {
    name: 'bytes that are no mail',
    raw: bytes('\u0000\u0001 not a mail'),
    out: { decision: 'quarantine', reasons: ['not-a-mail'] },
  },
  {
    name: 'a header block too large',
    raw: mail([`X-Bomb: ${'x'.repeat(300_000)}`], 'x'),
    out: { decision: 'quarantine', reasons: ['header-too-large'] },
  },
  {
    name: 'thousands of parts',
    raw: multi(
      'mixed',
      Array.from({ length: 3_000 }, () => part([], 'x')),
    ),
    out: { decision: 'quarantine', reasons: ['too-many-parts'] },
  },
  {
    name: 'messages in each other without end',
    raw: bytes('From: a@example.com\r\n', 'Content-Type: message/rfc822\r\n\r\n'.repeat(5_000)),
    out: { decision: 'quarantine', reasons: ['nested-too-deep'] },
  },
  ...WRONGLY_DECLARED.map(innerDeclared),
  ...WRONGLY_DECLARED.map(outerDeclared),
];
