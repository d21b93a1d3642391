import { encodedWord, encodeIn } from '../eml.ts';
import { base64, mail, multi, part, type Row } from './row.ts';

const ARABIC = 'السلام عليكم، توجد حفرة أمام المدرسة.';
const FRENCH =
  'Bonjour, la rue est très abîmée à côté de l’école. Voilà où ça gêne, merci d’avance. Être prêt.';

const row = (name: string, raw: Uint8Array, text: string): Row => ({
  name,
  raw,
  out: { text, attachments: [] },
});
const typed = (type: string, text = ARABIC): Row =>
  row(`type «${type}»`, mail([`Content-Type: ${type}`, 'Content-Transfer-Encoding: 8bit'], text), ARABIC);
const partTyped = (type: string): Row =>
  row(
    `type «${type}» of a part`,
    multi('mixed', [part([`Content-Type: ${type}`, 'Content-Transfer-Encoding: 8bit'], ARABIC)]),
    ARABIC,
  );
const DOCUMENT = `<!DOCTYPE html>\r\n<html><body><p>${ARABIC}</p></body></html>`;

const utf16 = (text: string, order: 'be' | 'le'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'be' ? bytes.swap16() : bytes;
};
const utf32 = (text: string, order: 'be' | 'le'): Buffer =>
  Buffer.concat(
    [...text].map((character) => {
      const bytes = Buffer.alloc(4);
      const code = character.codePointAt(0) ?? 0;
      if (order === 'be') bytes.writeUInt32BE(code);
      else bytes.writeUInt32LE(code);
      return bytes;
    }),
  );
const labelled = (label: string, content: Uint8Array, text = ARABIC, remark = ''): Row =>
  row(
    `${label}${remark}`,
    mail(
      [`Content-Type: text/plain; charset=${label}`, 'Content-Transfer-Encoding: base64'],
      base64(content),
    ),
    text,
  );
const MARK = '\ufeff';

/** `begin 644 a.txt`, lines of 45 octets, `end`. */
function uuencoded(text: string): string {
  const bytes = Buffer.from(text);
  const sign = (value: number): string => String.fromCharCode((value & 63) + 32).replace(' ', '`');
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const chunk = bytes.subarray(at, at + 45);
    let line = sign(chunk.length);
    for (let n = 0; n < chunk.length; n += 3) {
      const value = ((chunk[n] ?? 0) << 16) | ((chunk[n + 1] ?? 0) << 8) | (chunk[n + 2] ?? 0);
      line += [18, 12, 6, 0].map((shift) => sign(value >> shift)).join('');
    }
    lines.push(line);
  }
  return ['begin 644 a.txt', ...lines, '`', 'end', ''].join('\r\n');
}
const encoded = (encoding: string): Row =>
  row(
    `transfer encoding ${encoding}`,
    mail(
      ['Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`],
      uuencoded(ARABIC),
    ),
    ARABIC,
  );

const FOOTER =
  '_______________________________________________\r\nHelp mailing list\r\nhttps://lists.example/help\r\n';
const withFooter = (name: string, text: string): Row => ({
  name,
  raw: mail(
    ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    `${base64(text)}\r\n${FOOTER}`,
  ),
  out: { fullText: `${text}\n\n${FOOTER.replaceAll('\r\n', '\n').trim()}` },
});

/** UTF-8 bytes read as windows-1252, once or twice. */
const misread = (text: string, charset = 'utf-8'): string => {
  const bytes = charset === 'utf-8' ? Buffer.from(text) : encodeIn(charset, text);
  return new TextDecoder('windows-1252').decode(bytes);
};
const subject = (name: string, written: string, expected: string): Row => ({
  name: `subject: ${name}`,
  raw: mail([`Subject: ${encodedWord('utf-8', Buffer.from(written))}`], 'x'),
  out: { subject: expected },
});

export const TEXT_TYPE_ROWS: readonly Row[] = [
  ...['text', 'plain', 'TEXT', 'text/', 'utf-8', 'us-ascii', 'message', 'x-unknown', ''].map((one) =>
    typed(one),
  ),
  ...['text/plain charset=utf-8', 'text/plain, charset=utf-8', 'text plain', '"text/plain"'].map((one) =>
    typed(one),
  ),
  ...['text/utf-8', 'text/markdown', 'text/x-markdown; charset=utf-8', 'text/enriched'].map((one) =>
    typed(one),
  ),
  ...['text/unknown; charset=utf-8', 'text/plain/utf-8', 'plain/text', 'application/text'].map((one) =>
    typed(one),
  ),
  ...['charset=utf-8', ';charset=utf-8', 'text/plain; charset="utf-8', 'text; charset=utf-8'].map((one) =>
    typed(one),
  ),
  ...['text', 'html', 'text/html charset=utf-8', 'text/htm', 'application/xhtml+xml', 'text/plain', ''].map(
    (one) => ({
      ...typed(one, DOCUMENT),
      name: `HTML under type «${one}»`,
    }),
  ),
  row('HTML without a type', mail([], DOCUMENT), ARABIC),
  row('a piece of HTML without a type', mail([], `<div dir="rtl">${ARABIC}<br></div>`), ARABIC),
  row(
    'plain text with angle brackets without a type',
    mail([], 'Use <b> for bold, 3 < 4'),
    'Use <b> for bold, 3 < 4',
  ),
  row(
    'a piece of HTML that is plain text',
    mail(['Content-Type: text/plain'], '<div>x</div> is what I see on your page'),
    '<div>x</div> is what I see on your page',
  ),
  ...['text', 'plain', 'text/markdown', 'text/utf-8', 'text/plain charset=utf-8', 'text/unknown'].map(
    partTyped,
  ),
  ...[
    ...[
      'text/plain charset="utf-8"',
      'text/plain  charset=utf-8; format=flowed',
      'text/plain\tcharset=utf-8',
    ],
    ...['text/plain:charset=utf-8', 'text/plain\r\ncharset=utf-8', 'text/plain;\r\ncharset=utf-8'],
    ...['text/plain charset = utf-8', 'text/plain charset=utf-8 name="x.txt"', 'Text/Plain Charset=UTF-8'],
  ].map(partTyped),
  row(
    'windows-1256 named in an invalid type',
    mail(['Content-Type: text/plain charset=windows-1256'], encodeIn('windows-1256', ARABIC)),
    ARABIC,
  ),
  {
    name: 'a calendar, a card and a table stay files',
    raw: multi('mixed', [
      part(['Content-Type: text/plain; charset=utf-8'], ARABIC),
      part(['Content-Type: text/calendar; charset=utf-8'], 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'),
      part(['Content-Type: text/vcard; charset=utf-8'], 'BEGIN:VCARD\r\nEND:VCARD'),
      part(['Content-Type: text/csv'], 'a,b'),
    ]),
    out: {
      text: ARABIC,
      attachments: [
        ['invite.ics', 'text/calendar', 30],
        ['attachment-2.vcf', 'text/vcard', 22],
        ['attachment-3', 'text/csv', 3],
      ],
    },
  },
  labelled('utf-16', utf16(ARABIC, 'be'), ARABIC, ' without a mark is big-endian'),
  labelled('utf-16', utf16('The lamp is dark.', 'be'), 'The lamp is dark.', ' without a mark, in English'),
  labelled('utf-16', utf16(ARABIC, 'le'), ARABIC, ' without a mark, in the other order'),
  ...(['be', 'le'] as const).flatMap((order) => [
    labelled('utf-16', utf16(MARK + ARABIC, order), ARABIC, ` with a mark, ${order}`),
    labelled('utf-16be', utf16(MARK + ARABIC, order), ARABIC, ` with the mark of ${order}`),
    labelled('utf-16le', utf16(MARK + ARABIC, order), ARABIC, ` with the mark of ${order}`),
    labelled('utf-8', utf16(MARK + ARABIC, order), ARABIC, ` with the mark of UTF-16, ${order}`),
    labelled('utf-32', utf32(MARK + ARABIC, order), ARABIC, ` with a mark, ${order}`),
    labelled(`utf-32${order}`, utf32(ARABIC, order)),
    labelled('utf-8', utf32(MARK + ARABIC, order), ARABIC, ` with the mark of UTF-32, ${order}`),
  ]),
  labelled('ISO-10646-UCS-2', utf16(ARABIC, 'be')),
  labelled('ucs-2', utf16(ARABIC, 'be')),
  labelled('csUnicode', utf16(ARABIC, 'be')),
  labelled('ISO-10646-UCS-4', utf32(ARABIC, 'be')),
  labelled('unicode', Buffer.from(ARABIC), ARABIC, ', which is UTF-8'),
  ...['DOS-720', 'cp720', 'IBM720'].map((label) =>
    labelled(label, Buffer.from('a0e99fe420e3eb20a5e5a9a1', 'hex'), 'بلاغ عن حفرة'),
  ),
  ...['windows-1256', 'cp1256', 'iso-8859-6'].flatMap((label) => [
    labelled(label, encodeIn('windows-1252', FRENCH), FRENCH, ' on French'),
    labelled(label, encodeIn('windows-1252', 'Déjà signalé'), 'Déjà signalé', ' on short French'),
    labelled(label, encodeIn('windows-1252', 'Señor, mañana'), 'Señor, mañana', ' on Spanish'),
  ]),
  labelled(
    'windows-1256',
    encodeIn('windows-1256', `${ARABIC} Café Olé`),
    `${ARABIC} Café Olé`,
    ' with French words',
  ),
  labelled('windows-1256', encodeIn('windows-1256', 'OK لا'), 'OK لا', ' with one short word'),
  ...['x-uuencode', 'X-UUE', 'uuencode', 'uue'].map(encoded),
  withFooter('base64 with the footer of a list in clear', ARABIC),
  withFooter('short base64 with a footer in clear', 'نعم'),
  row(
    'plain text under base64',
    mail(['Content-Transfer-Encoding: base64'], 'Help\r\nthe lamp in our street is dark'),
    'Help\nthe lamp in our street is dark',
  ),
  subject('UTF-8 that was read once too often', misread('بلاغ عن حفرة'), 'بلاغ عن حفرة'),
  subject('UTF-8 that was read twice too often', misread(misread('بلاغ عن حفرة')), 'بلاغ عن حفرة'),
  subject('windows-1256 that was read as Latin', misread('عيب في الطريق', 'windows-1256'), 'عيب في الطريق'),
  subject('a word of windows-1256 with dots', `${misread('عيب', 'windows-1256')} …`, 'عيب …'),
  subject('French that was read once too often', misread('Déjà signalé'), 'Déjà signalé'),
  subject('French as it is', 'Déjà signalé à l’école', 'Déjà signalé à l’école'),
  subject('Portuguese as it is', 'INFORMAÇÕES SOBRE A SITUAÇÃO', 'INFORMAÇÕES SOBRE A SITUAÇÃO'),
  subject('German as it is', 'Größe der Straße: ÄÖÜ', 'Größe der Straße: ÄÖÜ'),
  subject('Icelandic as it is', 'Þjóðvegur íþrótta', 'Þjóðvegur íþrótta'),
  subject('a price as it is', '£5 – 20 € © 2026', '£5 – 20 € © 2026'),
  {
    name: 'a name that was read once too often',
    raw: mail([`From: ${encodedWord('utf-8', Buffer.from(misread('سارة')))} <sara@example.com>`], 'x'),
    out: { from: ['سارة', 'sara@example.com'] },
  },
];
