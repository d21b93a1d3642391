import { plain, type Row } from './row.ts';

const OLD = '> نعتذر عن التأخير.\n> سنصلحه غدًا.';
const UNMARKED = 'نعتذر عن التأخير.\nسنصلحه غدًا.';
const GMAIL_AR = 'في الأحد، ٢٢ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة Rida <help@rida.example>:';
const GMAIL = 'On Sun, Nov 22, 2026 at 10:00 AM Rida <help@rida.example> wrote:';

const reply = (name: string, text: string, attribution: string, old = OLD): Row => ({
  name,
  raw: plain(`${text}\n\n${attribution}\n\n${old}\n`, 'Subject: Re: Lamp', 'In-Reply-To: <a@rida.example>'),
  out: { text, kind: null },
});
/** The same without an empty line between the text of the author and the attribution line of the quote. */
const close = (name: string, text: string, attribution: string): Row => ({
  name,
  raw: plain(`${text}\n${attribution}\n${OLD}\n`, 'Subject: Re: Lamp'),
  out: { text, kind: null },
});
/** A mail with only quoted or generated text: all of it is shown. */
const nothingNew = (name: string, text: string): Row => ({
  name,
  raw: plain(text, 'Subject: Re: Lamp'),
  out: { text, kind: null },
});

export const SHORT_REPLY_ROWS: readonly Row[] = [
  reply('a place first, under Gmail in Arabic', 'في حي النرجس ما زالت الحفرة موجودة.', GMAIL_AR),
  reply('a day first, under Gmail in Arabic', 'يوم الأحد جاء العمال ولم يصلحوا شيئًا', GMAIL_AR),
  reply('a date first, under Gmail in Arabic', 'بتاريخ 5/11 أبلغتكم ولم يصلني رد', GMAIL_AR),
  reply('“I wrote” first, under Gmail in Arabic', 'كتبت لكم مرتين ولم يصلني رد', GMAIL_AR),
  reply('“I sent” first, under Gmail in Arabic', 'أرسلت الصور أمس على نفس البريد', GMAIL_AR),
  reply('“he rose” first, under Gmail in Arabic', 'قام المقاول بدفن الحفرة بالتراب فقط', GMAIL_AR),
  reply('a day first, under Gmail', 'On Sunday the lamp went out again', GMAIL),
  reply('“I wrote” first, under Gmail', 'I wrote to you twice about this lamp', GMAIL),
  reply('a date with its time first, under Gmail', 'On 20 November 2026 at 10:00 nobody came', GMAIL),
  close('directly above Gmail’s line', 'في حي النرجس ما زالت الحفرة موجودة.', GMAIL),
  close('directly above Gmail’s line, no full stop', 'I wrote to you twice', GMAIL),
  close(
    'directly above Gmail’s folded line',
    'في الأسبوع الماضي كتبت لكم ولم تردوا.',
    'On Sun, Nov 22, 2026 at 10:00 AM Rida Centre for Beneficiaries <\nhelp@rida.example> wrote:',
  ),
  reply(
    'Gmail’s line folded inside the address',
    'لا جديد حتى الآن.',
    'On Sun, Nov 22, 2026 at 10:00 AM Rida Centre of the Municipality <help@rida.example\n> wrote:',
  ),
  reply(
    'Gmail’s line folded behind the time',
    'لا جديد حتى الآن.',
    'On Sun, Nov 22, 2026 at 10:00 AM\nRida <help@rida.example> wrote:',
  ),
  reply(
    'Gmail in Urdu',
    'بتی ابھی تک بند ہے۔',
    'اتوار، 22 نومبر، 2026 کو 10:00 AM پر Rida <help@rida.example> نے لکھا:',
  ),
  reply(
    'Gmail in Turkish',
    'Lamba hâlâ yanmıyor.',
    'Rida <help@rida.example>, 22 Kas 2026 Paz, 10:00 tarihinde şunu yazdı:',
  ),
  reply(
    'Gmail in Hindi',
    'बत्ती अभी भी बंद है।',
    'रवि, 22 नव॰ 2026 को 10:00 पूर्वाह्न पर Rida <help@rida.example> ने लिखा:',
  ),
  reply(
    'Gmail in Filipino',
    'Patay pa rin ang ilaw.',
    'Noong Lin, Nob 22, 2026 nang 10:00 AM, isinulat ni Rida <help@rida.example>:',
  ),
  reply(
    'Gmail in Indonesian',
    'Lampu masih mati.',
    'Pada tanggal Min, 22 Nov 2026 pukul 10.00 Rida <help@rida.example> menulis:',
  ),
  reply(
    'Gmail in Bengali',
    'বাতি এখনও বন্ধ।',
    'রবি, ২২ নভে, ২০২৬ তারিখে ১০:০০ AM এ Rida <help@rida.example> লিখেছেন:'.replace(/[০-৯]/gu, (one) =>
      String(one.charCodeAt(0) - 0x09e6),
    ),
  ),
  reply(
    'Gmail in German',
    'Die Lampe ist noch aus.',
    'Am So., 22. Nov. 2026 um 10:00 Uhr schrieb Rida <help@rida.example>:',
  ),
  reply(
    'Gmail in Russian, unmarked',
    'Фонарь не горит.',
    'вс, 22 нояб. 2026 г. в 10:00, Rida <help@rida.example>:',
    UNMARKED,
  ),
  reply('Gmail in Chinese', '灯还是不亮。', 'Rida <help@rida.example> 于2026年11月22日周日 10:00写道：'),
  reply(
    'Yahoo in French, unmarked',
    'La lampe est toujours éteinte.',
    'Le dimanche 22 novembre 2026 à 10:00:00 UTC+3, Rida <help@rida.example> a écrit :',
    UNMARKED,
  ),
  reply(
    'Zoho',
    'لم يتغير شيء',
    '---- On Sun, 22 Nov 2026 10:00:00 +0300 Rida <help@rida.example> wrote ----',
    UNMARKED,
  ),
  reply(
    'Samsung in English',
    'لم يتغير شيء',
    '-------- Original message --------\nFrom: Rida <help@rida.example>\nDate: 22/11/2026 10:00 (GMT+03:00)\nTo: sara@example.com\nSubject: Lamp',
    UNMARKED,
  ),
  reply(
    'thanks above Outlook’s fields',
    'Thank you very much.',
    'From: Rida <help@rida.example>\nSent: Sunday, November 22, 2026 10:00 AM\nTo: Sara\nSubject: Lamp',
    UNMARKED,
  ),
  reply(
    'Arabic thanks above Outlook’s fields',
    'شكرًا لكم',
    'من: رضا <help@rida.example>\nتم الإرسال: الأحد، 22 نوفمبر 2026 10:00 ص\nإلى: سارة\nالموضوع: الإنارة',
    UNMARKED,
  ),
  nothingNew('nothing above a quote', `${GMAIL}\n\n${OLD}`),
  nothingNew('nothing above an unmarked quote', `${GMAIL_AR}\n\n${UNMARKED}`),
  nothingNew('a quote alone', 'نعتذر عن التأخير.\nسنصلحه غدًا.'),
  nothingNew('nothing but a phone’s line', 'Sent from my Galaxy'),
  nothingNew('nothing but a signature', '--\nSara Ahmad\n0555555555'),
];
