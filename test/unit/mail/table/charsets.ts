import { encodeIn } from '../eml.ts';
import { bytes, html, mail, type Row } from './row.ts';

const ARABIC = 'السلام عليكم، عمود الإنارة في شارعنا مطفأ منذ أسبوع.';
/** A text with only the letters of ISO-8859-6. */
const PLAIN_ARABIC = 'بلاغ عن حفرة كبيرة في الطريق أمام المدرسة';

const labelled = (label: string, content: Uint8Array): Uint8Array =>
  mail([`Content-Type: text/plain; charset=${label}`, 'Content-Transfer-Encoding: 8bit'], content);

const row = (name: string, raw: Uint8Array, text: string): Row => ({
  name,
  raw,
  out: { text, fullText: text, decision: 'open', kind: null },
});

const windows = encodeIn('windows-1256', ARABIC);
const iso = encodeIn('iso-8859-6', PLAIN_ARABIC);

export const CHARSET_ROWS: readonly Row[] = [
  row('windows-1256', labelled('windows-1256', windows), ARABIC),
  row('windows-1256 under cp1256', labelled('cp1256', windows), ARABIC),
  row('windows-1256 under win-1256', labelled('"win-1256"', windows), ARABIC),
  row('ISO-8859-6', labelled('ISO-8859-6', iso), PLAIN_ARABIC),
  row('ISO-8859-6 under ASMO-708', labelled('ASMO-708', iso), PLAIN_ARABIC),
  row('UTF-8', labelled('UTF-8', Buffer.from(ARABIC)), ARABIC),
  row('UTF-8 under utf8mb4', labelled('utf8mb4', Buffer.from(ARABIC)), ARABIC),
  row(
    'UTF-7',
    labelled('UTF-7', Buffer.from('+BigGRAYnBjo +-1 Hi')),
    'بلاغ +1 Hi'.replace('بلاغ', '\u0628\u0644\u0627\u063a'),
  ),
  row(
    'UTF-16 with a byte order mark',
    labelled('utf-16', bytes([0xff, 0xfe] as never, Buffer.from(PLAIN_ARABIC, 'utf16le'))),
    PLAIN_ARABIC,
  ),
  row('UTF-8 labelled windows-1256', labelled('windows-1256', Buffer.from(ARABIC)), ARABIC),
  row('UTF-8 labelled iso-8859-1', labelled('iso-8859-1', Buffer.from(ARABIC)), ARABIC),
  row('UTF-8 labelled us-ascii', labelled('us-ascii', Buffer.from(ARABIC)), ARABIC),
  row('windows-1256 labelled utf-8', labelled('utf-8', windows), ARABIC),
  row('windows-1256 labelled iso-8859-1', labelled('iso-8859-1', windows), ARABIC),
  row('windows-1256 labelled iso-8859-6', labelled('iso-8859-6', windows), ARABIC),
  row('windows-1256 labelled with nonsense', labelled('x-user-defined-1', windows), ARABIC),
  row('windows-1256 without a label', mail([], windows), ARABIC),
  row('UTF-8 without a label', mail([], ARABIC), ARABIC),
  row('an empty label', mail(['Content-Type: text/plain; charset=""'], windows), ARABIC),
  row('GB2312', labelled('gb2312', Buffer.from([0xc4, 0xe3, 0xba, 0xc3])), '你好'),
  row('Shift_JIS', labelled('Shift_JIS', Buffer.from([0x82, 0xb1, 0x82, 0xf1])), 'こん'),
  row('ISO-2022-JP', labelled('iso-2022-jp', Buffer.from('\x1b$B$3$s\x1b(B')), 'こん'),
  row('KOI8-R', labelled('koi8-r', encodeIn('koi8-r', 'Привет, фонарь')), 'Привет, фонарь'),
  row(
    'windows-1252',
    labelled('windows-1252', encodeIn('windows-1252', 'Déjà vu – l’hôtel')),
    'Déjà vu – l’hôtel',
  ),
  row('Turkish', labelled('iso-8859-9', encodeIn('iso-8859-9', 'Işık çalışmıyor')), 'Işık çalışmıyor'),
  row(
    'HTML in windows-1256 that names its charset itself',
    mail(
      ['Content-Type: text/html'],
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body><p>',
      windows,
      '</p></body></html>',
    ),
    ARABIC,
  ),
  row(
    'HTML in windows-1256 labelled utf-8 amid much markup',
    mail(
      ['Content-Type: text/html; charset=utf-8'],
      `<html><body style="font-family: Tahoma"><div class="x" align="right"><span style="color:black"><p>`,
      windows,
      '</p></span></div></body></html>',
    ),
    ARABIC,
  ),
  row('HTML entities for Arabic', html('<p>&#1576;&#1604;&#1575;&#1594;</p>'), '\u0628\u0644\u0627\u063a'),
  row(
    'quoted-printable windows-1256',
    mail(
      ['Content-Type: text/plain; charset=windows-1256', 'Content-Transfer-Encoding: quoted-printable'],
      [...windows]
        .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('')
        .replace(/.{72}/g, '$&=\r\n'),
    ),
    ARABIC,
  ),
  row('windows-1256 under a label of scripts', labelled('x-user-defined', windows), ARABIC),
];
