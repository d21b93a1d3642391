import { encodedWord, encodeIn } from '../eml.ts';
import { bytes, mail, type Row } from './row.ts';

const SUBJECT = 'بلاغ عن إنارة معطلة';
const utf8 = Buffer.from(SUBJECT);
const windows = encodeIn('windows-1256', SUBJECT);
const quoted = (content: Uint8Array): string =>
  [...content].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

const subject = (name: string, line: string | Uint8Array, expected = SUBJECT): Row => ({
  name,
  raw: mail([typeof line === 'string' ? `Subject: ${line}` : bytes('Subject: ', line)], 'x'),
  out: { subject: expected, decision: 'open' },
});
const date = (name: string, value: string, expected: string | null): Row => ({
  name: `date: ${name}`,
  raw: mail([`Date: ${value}`], 'x'),
  out: { date: expected },
});
const b = (content: Uint8Array): string => Buffer.from(content).toString('base64');

export const HEADER_ROWS: readonly Row[] = [
  subject('B in UTF-8', encodedWord('UTF-8', utf8)),
  subject('Q in UTF-8', `=?utf-8?Q?${quoted(utf8)}?=`),
  subject('Q with underscores', '=?utf-8?Q?a_b=5Fc?= d', 'a b_c d'),
  subject('B in windows-1256', encodedWord('windows-1256', windows)),
  subject('windows-1256 labelled utf-8', encodedWord('utf-8', windows)),
  subject('UTF-8 labelled iso-8859-1', encodedWord('iso-8859-1', utf8)),
  subject('a language tag', `=?utf-8*ar?B?${b(utf8)}?=`),
  subject(
    'adjacent words',
    `${encodedWord('utf-8', utf8.subarray(0, 8))} ${encodedWord('utf-8', utf8.subarray(8))}`,
  ),
  subject(
    'adjacent words, folded',
    `${encodedWord('utf-8', utf8.subarray(0, 8))}\r\n ${encodedWord('utf-8', utf8.subarray(8))}`,
  ),
  subject(
    'words without a space between',
    `${encodedWord('utf-8', utf8.subarray(0, 8))}${encodedWord('utf-8', utf8.subarray(8))}`,
  ),
  subject(
    'a character split between words',
    `${encodedWord('utf-8', utf8.subarray(0, 7))}\r\n\t${encodedWord('utf-8', utf8.subarray(7))}`,
  ),
  subject(
    'a character split between Q words',
    `=?UTF-8?Q?${quoted(utf8.subarray(0, 3))}?= =?utf-8?q?${quoted(utf8.subarray(3))}?=`,
  ),
  subject('B and Q mixed', `=?utf-8?B?${b(utf8.subarray(0, 9))}?= =?utf-8?Q?${quoted(utf8.subarray(9))}?=`),
  subject(
    'two charsets',
    `${encodedWord('windows-1256', encodeIn('windows-1256', 'بلاغ '))} ${encodedWord('utf-8', Buffer.from('عن إنارة معطلة'))}`,
  ),
  subject('missing padding', `=?utf-8?B?${b(utf8).replace(/=+$/, '')}?=`),
  subject('a space inside base64', `=?utf-8?B?${b(utf8).slice(0, 10)} ${b(utf8).slice(10)}?=`),
  subject('spaces inside Q', '=?utf-8?Q?Street lamp broken?=', 'Street lamp broken'),
  subject('a question mark inside Q', '=?utf-8?Q?Why?_=D9=85=D8=AA=D9=89??=', 'Why? متى?'),
  subject('raw characters inside Q', `=?utf-8?Q?${SUBJECT}?=`),
  subject('a word cut off', `=?utf-8?B?${b(utf8)}`),
  subject('text right behind a word', `${encodedWord('utf-8', utf8)}: 5`, `${SUBJECT}: 5`),
  subject('lower-case hex', `=?utf-8?q?${quoted(utf8).toLowerCase()}?=`),
  subject('raw UTF-8', utf8),
  subject('raw windows-1256', windows),
  subject('an encoded line end', '=?utf-8?Q?a=0D=0ABcc:_x@y.example?=', 'a Bcc: x@y.example'),
  subject(
    'an encoded word that encodes an encoded word',
    '=?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?=',
    '=?utf-8?Q?x?=',
  ),
  subject('no encoding at all', 'Plain = ?text?', 'Plain = ?text?'),
  subject('UTF-7', '=?utf-7?Q?+BigGRAYnBjo-?=', '\u0628\u0644\u0627\u063a'),
  subject('GB2312', '=?gb2312?B?xOO6ww==?=', '你好'),
  subject('Shift_JIS', '=?Shift_JIS?B?grGC8Q==?=', 'こん'),
  subject('ISO-2022-JP', '=?ISO-2022-JP?B?GyRCJDMkcxsoQg==?=', 'こん'),
  subject('KOI8-R', '=?koi8-r?B?8NLJ18XU?=', 'Привет'),
  subject('an unknown charset', `=?x-unknown?B?${b(utf8)}?=`),
  subject('characters that reorder text', 'photo\u202egpj.exe', 'photogpj.exe'),
  subject('a thousand words', `${'ش'.repeat(4_000)}`, 'ش'.repeat(4_000)),
  {
    name: 'two subjects: the first is shown',
    raw: mail(['Subject: first', 'Subject: second'], 'x'),
    out: { subject: 'first' },
  },
  { name: 'no subject', raw: mail(['Subject:'], 'x'), out: { subject: '', text: 'x' } },
  { name: 'an empty subject', raw: mail(['Subject: '], 'x'), out: { subject: '' } },
  { name: 'no Message-ID', raw: mail(['Message-ID:'], 'x'), out: { messageId: null, decision: 'open' } },
  {
    name: 'a Message-ID without brackets',
    raw: mail(['Message-ID: abc@example.com'], 'x'),
    out: { messageId: '<abc@example.com>' },
  },
  {
    name: 'a Message-ID with words behind it',
    raw: mail(['Message-ID: <abc@example.com> (added by postmaster@example.com)'], 'x'),
    out: { messageId: '<abc@example.com>' },
  },
  {
    name: 'a folded Message-ID',
    raw: mail(['Message-ID:\r\n <abc@example.com>'], 'x'),
    out: { messageId: '<abc@example.com>' },
  },
  {
    name: 'two Message-IDs',
    raw: mail(['Message-ID: <a@example.com>', 'Message-ID: <b@example.com>'], 'x'),
    out: { messageId: '<a@example.com>' },
  },
  date('usual', 'Sun, 22 Nov 2026 10:30:00 +0300', '2026-11-22T07:30:00.000Z'),
  date(
    'with a zone in words',
    'Sun, 22 Nov 2026 10:30:00 +0300 (Arab Standard Time)',
    '2026-11-22T07:30:00.000Z',
  ),
  date('without weekday and seconds', '22 Nov 2026 10:30 +0300', '2026-11-22T07:30:00.000Z'),
  date('of two digits', 'Sun, 22 Nov 26 07:30:00 GMT', '2026-11-22T07:30:00.000Z'),
  date('with the wrong weekday', 'Fri, 22 Nov 2026 07:30:00 UT', '2026-11-22T07:30:00.000Z'),
  date('without a zone', 'Sun, 22 Nov 2026 07:30:00', '2026-11-22T07:30:00.000Z'),
  date('in ISO form', '2026-11-22T10:30:00+03:00', '2026-11-22T07:30:00.000Z'),
  date('of no calendar', 'Sun, 31 Nov 2026 07:30:00 GMT', null),
  date('of no clock', 'Sun, 22 Nov 2026 27:30:00 GMT', null),
  date('in words', 'yesterday afternoon', null),
  { name: 'no date', raw: mail(['Date:'], 'x'), out: { date: null, decision: 'open' } },
];
