import { plain, type Row } from './row.ts';

const REFERENCE = 'reference:9T9-0A9-2918';

const inSubject = (name: string, subject: string): Row => ({
  name: `subject: ${name}`,
  raw: plain('ما زال مطفأ.', `Subject: ${subject}`),
  out: { decision: 'append', reasons: ['reference-in-subject', REFERENCE] },
});
const inText = (name: string, text: string): Row => ({
  name: `text: ${name}`,
  raw: plain(text),
  out: { decision: 'append', reasons: ['reference-in-text', REFERENCE] },
});
const none = (name: string, text: string, ...headers: readonly string[]): Row => ({
  name: `no reference: ${name}`,
  raw: plain(text, ...headers),
  out: { decision: 'open', reasons: ['no-reference'] },
});

export const WRITTEN_REFERENCE_ROWS: readonly Row[] = [
  inSubject('alone', '9T9-0A9-2918'),
  inSubject('in brackets', '(9T9-0A9-2918)'),
  inSubject('in square brackets', '[9T9-0A9-2918] the lamp'),
  inSubject('at the end', 'متابعة البلاغ 9T9-0A9-2918'),
  inSubject('behind a number sign', 'Case #9T9-0A9-2918'),
  inSubject('without dashes', 'Re: 9T90A92918'),
  inSubject('with spaces', 'رقم 9T9 0A9 2918'),
  inSubject('with en dashes', '9T9–0A9–2918'),
  inSubject('with direction marks', 'البلاغ \u200e9T9-0A9-2918\u200f'),
  inSubject('in small letters', '9t9-0a9-2918'),
  inSubject('in Arabic-Indic digits', '٩T٩-٠A٩-٢٩١٨'),
  inSubject('in Persian digits', '۹T۹-۰A۹-۲۹۱۸'),
  inSubject('with a letter O for the zero', '9T9-OA9-2918'),
  inSubject('our tag with another bracket', '[Rida 9T9-0A9-2918'),
  inText('in an Arabic sentence', 'متابعة البلاغ 9T9-0A9-2918 لم يصلني رد حتى الآن.'),
  inText('in an English sentence', 'I am writing about my report no. 9T9-0A9-2918, which is still open.'),
  inText('alone on its line', 'السلام عليكم\n9T9-0A9-2918\nما زال العمود مطفأ.'),
  inText('behind “reference:”', 'الرقم المرجعي:9T9-0A9-2918\nما زال العمود مطفأ.'),
  inText('in Arabic-Indic digits, spaced', 'بخصوص ٩T٩ ٠A٩ ٢٩١٨'),
  inText('at the end of a sentence', 'What became of 9t90a92918?'),
  {
    name: 'quoted only',
    raw: plain(
      'ما الجديد؟\n\nOn Sun, Nov 22, 2026 at 10:00 Rida <help@rida.example> wrote:\n> الرقم المرجعي 9T9-0A9-2918',
    ),
    out: { decision: 'append', reasons: ['reference-in-quote', REFERENCE] },
  },
  {
    name: 'of two, the one in the author’s words',
    raw: plain('أقصد البلاغ 9T9-0A9-2918', 'Subject: Re: [Rida 5A0-0A0-0000] lamp'),
    out: { decision: 'append', reasons: ['reference-in-text', REFERENCE] },
  },
  none('a wrong check digit', 'متابعة البلاغ 9T9-0A9-2919'),
  none('a telephone number', 'اتصلوا بي على 0555555555 أو 9890292918'),
  none('a part of a longer word', 'x9T9-0A9-29181'),
  none(
    'an answer to somebody else’s mail',
    'شكرًا',
    'In-Reply-To: <foreign@example.org>',
    'Subject: Re: hello',
  ),
];
