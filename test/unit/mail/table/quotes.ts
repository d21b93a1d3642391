import { plain, type Row } from './row.ts';

const NEW = 'شكرًا، لكن العمود ما زال مطفأ.';
const OLD = '> نعتذر عن التأخير.\n> سنصلحه غدًا.';
const FIELDS =
  'From: Rida <help@rida.example>\nSent: Sunday, November 22, 2026 10:00 AM\nTo: Sara\nSubject: Lamp\n\nold words';
const FIELDS_AR =
  'من: مركز رضا <help@rida.example>\nتم الإرسال: الأحد، 22 نوفمبر 2026 10:00 ص\nإلى: سارة\nالموضوع: الإنارة\n\nكلام قديم';

/** A reply with new text above its history. */
const above = (name: string, history: string, text = NEW): Row => ({
  name,
  raw: plain(`${text}\n\n${history}\n`, 'Subject: Re: Lamp'),
  out: { text, fullText: `${text}\n\n${history}`.trim(), decision: 'open', kind: null },
});
const whole = (name: string, text: string): Row => ({ name, raw: plain(text), out: { text, kind: null } });
const row = (name: string, source: string, text: string): Row => ({
  name,
  raw: plain(source),
  out: { text, kind: null },
});

export const QUOTE_ROWS: readonly Row[] = [
  above('Gmail', `On Sun, Nov 22, 2026 at 10:00 AM Rida <help@rida.example> wrote:\n\n${OLD}`),
  above(
    'Gmail, folded',
    `On Sun, Nov 22, 2026 at 10:00 AM Rida Centre <\nhelp@rida.example> wrote:\n\n${OLD}`,
  ),
  above(
    'Gmail in Arabic',
    `في الأحد، ٢٢ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة \u202aRida\u202c\u200f <\u202ahelp@rida.example\u202c\u200f>:\n\n${OLD}`,
  ),
  above(
    'Gmail in Arabic, older',
    `في 22 نوفمبر، 2026 10:00 ص، كتب "مركز رضا" <help@rida.example>:\n\n${OLD}`,
  ),
  above('Gmail in French', `Le dim. 22 nov. 2026 à 10:00, Rida <help@rida.example> a écrit :\n\n${OLD}`),
  above('بتاريخ', `بتاريخ 22/11/2026 10:00، كتب مركز رضا:\n${OLD}`),
  above('Apple Mail', `> On 22 Nov 2026, at 10:00, Rida <help@rida.example> wrote:\n> \n${OLD}`),
  above(
    'Apple Mail in Arabic',
    `في ٢٢ نوفمبر ٢٠٢٦، الساعة ١٠:٠٠ ص، كتب/ت Rida <help@rida.example>:\n\n${OLD}`,
  ),
  above(
    'iPhone',
    `Sent from my iPhone\n\nOn 22 Nov 2026, at 10:00 AM, Rida <help@rida.example> wrote:\n\n${OLD}`,
  ),
  above(
    'iPhone in Arabic',
    `أُرسلت من الـ iPhone\n\nفي ٢٢ نوفمبر ٢٠٢٦، الساعة ١٠:٠٠ ص، كتبت Rida <help@rida.example>:\n\n${OLD}`,
  ),
  above('a phone in Arabic', 'مُرسل من هاتفي'),
  above(
    'Samsung',
    `Sent from my Galaxy\n\n-------- Original message --------\nFrom: Rida <help@rida.example>\nDate: 22/11/2026 10:00 (GMT+03:00)\nTo: Sara\nSubject: Lamp\n\nold`,
  ),
  above(
    'Samsung in Arabic',
    `تم الإرسال من هاتف Galaxy\n\n-------- الرسالة الأصلية --------\nمن: Rida\nالتاريخ: ٢٢/١١/٢٠٢٦\nإلى: سارة\nالموضوع: الإنارة\n\nقديم`,
  ),
  above('Thunderbird', `On 11/22/26 10:00, Rida wrote:\n${OLD}`),
  above('Thunderbird in Arabic', `في 22/11/2026 10:00، كتب Rida:\n${OLD}`),
  above(
    'Yahoo',
    `On Sunday, November 22, 2026 at 10:00:00 AM GMT+3, Rida <help@rida.example> wrote:  \n\n old words without marks\n more of them`,
  ),
  above(
    'Yahoo in Arabic',
    `    في الأحد، 22 نوفمبر 2026 10:00:00 ص غرينتش+3، كتب Rida <help@rida.example>:\n\nكلام قديم بلا علامات`,
  ),
  above('Outlook', FIELDS),
  above('Outlook with a line', `________________________________\n${FIELDS}`),
  above('Outlook, old', `-----Original Message-----\n${FIELDS}`),
  above(
    'Outlook, bold',
    `*From:* Rida <help@rida.example>\n*Sent:* Sunday, November 22, 2026\n*To:* Sara\n*Subject:* Lamp\n\nold`,
  ),
  above('Outlook in Arabic', FIELDS_AR),
  above('Outlook in Arabic with marks', FIELDS_AR.replaceAll(':', '\u200f:')),
  above('Outlook in Arabic, older', `-----الرسالة الأصلية-----\n${FIELDS_AR}`),
  above(
    'Outlook in Arabic, other words',
    'من: رضا\nتاريخ الإرسال: الأحد 22 نوفمبر\nإلى: سارة\nنسخة: علي\nالموضوع: الإنارة\n\nقديم',
  ),
  above(
    'Outlook for iOS',
    `Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n${FIELDS}`,
  ),
  above(
    'Outlook for iOS in Arabic',
    `الحصول على Outlook لـ iOS<https://aka.ms/o0ukef>\n________________________________\n${FIELDS_AR}`,
  ),
  above(
    'fields on one line',
    'From: Rida <help@rida.example> Sent: Sunday, November 22, 2026 To: Sara Subject: Lamp\nold',
  ),
  above('a signature', '-- \nSara Ahmad\nManager, 0555555555'),
  above(
    'a signature and history',
    `-- \nSara\n\nOn Sun, Nov 22, 2026 at 10:00 Rida <help@rida.example> wrote:\n${OLD}`,
  ),
  above('a closing with name and numbers', 'مع خالص التحية،\nسارة أحمد\nمديرة المشاريع\nجوال: 0555555555'),
  above(
    'an English closing with name and numbers',
    'Best regards,\nSara Ahmad\nProject Manager\nTel: +966 55 555 5555\nwww.example.com',
  ),
  above(
    'a disclaimer',
    'This e-mail and any attachments are confidential and intended solely for the addressee.\nIf you received it in error, delete it.',
  ),
  above('an Arabic disclaimer', 'تنويه: هذه الرسالة ومرفقاتها سرية وموجهة إلى المرسل إليه فقط.'),
  above('a mailing list’s footer', '_______________________________________________\nResidents mailing list'),
  row('a warning on top', `CAUTION: This email originated from outside of the organization.\n\n${NEW}`, NEW),
  row(
    'an answer below',
    `On Sun, Nov 22, 2026 at 10:00 Rida <help@rida.example> wrote:\n${OLD}\n\n${NEW}`,
    NEW,
  ),
  row('an answer below in Arabic', `بتاريخ 22/11/2026 كتب رضا:\n${OLD}\n\n${NEW}`, NEW),
  row(
    'answers between',
    `On Sun, Nov 22, 2026 Rida <help@rida.example> wrote:\n> متى؟\n\nأمس.\n\n> أين؟\n\nعند المسجد.`,
    'أمس.\n\nعند المسجد.',
  ),
  row(
    'words above and answers between',
    `أجبت أدناه.\n\nOn Nov 22, 2026 Rida <help@rida.example> wrote:\n> متى؟\nأمس.\n> أين؟\nعند المسجد.`,
    'أجبت أدناه.\n\nأمس.\nعند المسجد.',
  ),
  whole(
    'an answer that says nothing',
    `On Sun, Nov 22, 2026 at 10:00 Rida <help@rida.example> wrote:\n${OLD}`,
  ),
  whole('only an advertisement', 'Sent from my iPhone'),
  whole(
    'a forward and nothing else',
    `---------- Forwarded message ---------\nFrom: Noor <noor@example.org>\nDate: Sun, 22 Nov 2026\nSubject: حفرة\nTo: <sara@example.com>\n\nتوجد حفرة أمام المدرسة.`,
  ),
  whole(
    'a forward for information',
    `FYI\n\n---------- Forwarded message ---------\nFrom: Noor\n\nتوجد حفرة أمام المدرسة.`,
  ),
  whole(
    'an Arabic forward with a note',
    `السلام عليكم\nللاطلاع والإفادة\n\n---------- رسالة معاد توجيهها ---------\nمن: نور\n\nتوجد حفرة أمام المدرسة.`,
  ),
  whole('Outlook’s forward for information', `للعلم\n\n${FIELDS_AR}`),
  row(
    'Apple’s forward',
    `> Begin forwarded message:\n> \n> From: Noor\n> Subject: x\n> \n> a pothole`,
    'Begin forwarded message:\n\nFrom: Noor\nSubject: x\n\na pothole',
  ),
  row(
    'a forward with words of its own',
    `جاري يشتكي من حفرة أمام المدرسة منذ شهر.\n\n---------- Forwarded message ---------\nFrom: Noor\n\nold`,
    'جاري يشتكي من حفرة أمام المدرسة منذ شهر.',
  ),
  row(
    'an Arabic disclaimer of one line',
    'توجد حفرة.\n\nإخلاء مسؤولية: هذه الرسالة ومرفقاتها سرية وموجهة إلى المرسل إليه فقط.',
    'توجد حفرة.',
  ),
  whole(
    'an Arabic forward for what is needed',
    `للاطلاع واتخاذ اللازم\n\n---------- Forwarded message ---------\nمن: نور <noor@example.org>\nDate: الأحد، 22 نوفمبر 2026\nSubject: حفرة\nTo: <sara@example.com>\n\nتوجد حفرة أمام المدرسة.`,
  ),
  row('a text that reorders itself', 'photo \u202egpj.exe is attached', 'photo gpj.exe is attached'),
  whole('a closing with a name alone', 'توجد حفرة.\n\nمع التحية\nسارة'),
  whole('a remark under the heading of a disclaimer', 'توجد حفرة.\n\nتنويه: الحفرة عميقة وخطرة على الأطفال.'),
  whole('a list with dashes', 'المطلوب:\n- إنارة\n--- مهم\n- رصيف'),
  whole('a table under a divider', `a\n--\n${'سطر\n'.repeat(20)}نهاية`),
  whole('a letter with its own heading', 'إلى: أمانة المنطقة\nالموضوع: إنارة الحي\nنرجو إصلاح الإنارة.'),
  whole('a sentence that begins like a quote', 'On Sunday the lamp went out.\nPlease repair it: soon.'),
  whole('an Arabic sentence with “wrote”', 'في الأسبوع الماضي كتبت لكم عن الحفرة ولم يصل رد.'),
  whole('a sentence that ends in a colon', 'كتبت لكم في 5/11 عن:\nحفرة أمام المدرسة'),
  whole('a line of mbox', 'From the street to the mosque it is dark.'),
  row(
    'an mbox escape',
    '>From the street to the mosque it is dark.',
    'From the street to the mosque it is dark.',
  ),
  whole('quoted law without an author', '> المادة الأولى\n> المادة الثانية'),
];
