import { plain, type Row } from './row.ts';

const GAS = 'نفيدكم بوجود تسرب غاز وحريق بجوار المدرسة الابتدائية في حي الورود.\nنرجو التحرك فورًا.';

/** A letter whose head looks like the fields of a quoted mail: the author wrote all of it. */
const letter = (name: string, text: string, ...headers: readonly string[]): Row => ({
  name: `a letter: ${name}`,
  raw: plain(text, ...headers),
  out: { text, kind: null, decision: 'open' },
});
/** A letter that reports a danger: its text is whole and its case is urgent. */
const alarm = (name: string, text: string): Row => ({
  name: `a letter of danger: ${name}`,
  raw: plain(text, 'Subject: بلاغ'),
  out: { text, kind: null, decision: 'open', urgency: 'urgent' },
});
const HEAD = 'التاريخ: 2 يونيو 2026\nمن: سارة محمد\nإلى: سعادة رئيس البلدية\nالموضوع: بلاغ عاجل';
/** A reply above the quoted fields of a mail program. */
const answer = (name: string, text: string, fields: string, ...headers: readonly string[]): Row => ({
  name: `fields of ${name}`,
  raw: plain(`${text}\n\n${fields}\n\nكلام قديم من الرسالة السابقة\n`, 'Subject: Re: Lamp', ...headers),
  out: { text, kind: null },
});

const DARK = 'ما زال الشارع مظلمًا.';

export const LETTER_HEAD_ROWS: readonly Row[] = [
  letter(
    'date, from, to, subject',
    `التاريخ: 2 يونيو 2026\nمن: سارة محمد\nإلى: سعادة رئيس البلدية\nالموضوع: بلاغ عاجل\n\n${GAS}`,
    'Subject: بلاغ عاجل',
  ),
  letter(
    'under a greeting',
    `السلام عليكم ورحمة الله وبركاته\n\nالتاريخ: 2/6/2026\nمن: سكان حي الورود\nإلى: أمانة المنطقة\nالموضوع: تسرب غاز\n\n${GAS}`,
  ),
  letter(
    'as an answer to an earlier letter',
    `من: سارة محمد\nإلى: رئيس البلدية\nالموضوع: تظلم من مخالفة\nالتاريخ: ١٤٤٨/٢/٣ هـ\n\nأتظلم من المخالفة رقم 55.`,
    'Subject: Re: المخالفة',
  ),
  letter(
    'with an address of its own',
    `من: سارة محمد sara@example.com\nإلى: help@rida.example\nالموضوع: طلب إنارة\nالتاريخ: 2 يونيو 2026\n\nالشارع مظلم منذ أسبوع.`,
  ),
  letter(
    'in English',
    'Date: 2 June 2026\nFrom: The residents of Al Wurud\nTo: The Mayor\nSubject: Gas leak\n\nThere is a gas leak beside the school.',
  ),
  letter(
    'of a company, with its reference',
    'Our ref: 2026/114\nDate: 2 June 2026\nTo: Head of Projects\nFrom: Al Bina Contracting\nSubject: Payment certificate 5\n\nThe certificate has been with you for sixty days.',
  ),
  letter(
    'of an office, four fields and a copy',
    'المرسل: مكتب المحاماة\nالمستلم: إدارة الرخص\nنسخة: الإدارة القانونية\nالموضوع: اعتراض\nالتاريخ: 1448/1/5\n\nنعترض على رفض الرخصة.',
  ),
  letter(
    'in French',
    'De : Association des résidents\nÀ : Monsieur le Maire\nDate : le 2 juin 2026\nObjet : fuite de gaz\n\nIl y a une fuite de gaz près de l’école.',
  ),
  letter(
    'in Turkish',
    'Kimden: Site yönetimi\nKime: Belediye Başkanlığı\nTarih: 2 Haziran 2026\nKonu: Aydınlatma\n\nSokak lambası yanmıyor.',
  ),
  letter(
    'in Urdu',
    'منجانب: محمد اسلم\nبنام: میئر صاحب\nتاریخ: 2 جون 2026\nموضوع: گلی کی روشنی\n\nگلی کی بتی ایک ہفتے سے بند ہے۔',
  ),
  letter(
    'a form that somebody filled in',
    'العنوان: حي النرجس، شارع 12\nمن: الساعة 10 مساءً\nإلى: الساعة 3 فجرًا\nالموضوع: إزعاج من ورشة\n\nالإزعاج يومي.',
  ),
  letter(
    'a journey with times',
    'From: King Fahd Road\nTo: Airport Road\nDate: every morning 07:30\nSubject: bus stop without shade\n\nPlease add a shelter.',
  ),
  alarm('gas and fire beside a school', `${HEAD}\n\n${GAS}`),
  alarm('a smell of gas', `${HEAD}\n\nرائحة الغاز قوية في الدور الأرضي.`),
  alarm('a cylinder that leaks', `${HEAD}\n\nأسطوانة المطعم تسرّب الغاز منذ الصباح.`),
  alarm('an explosion', `${HEAD}\n\nانفجر محول الكهرباء في الحي.`),
  alarm('smoke from a transformer', `${HEAD}\n\nيخرج دخان من المحول المجاور للمنزل.`),
  alarm('a child in a shaft', `${HEAD}\n\nسقط طفل في غرفة التفتيش أمام المسجد.`),
  alarm('a shaft without a cover', `${HEAD}\n\nالمنهل بلا غطاء أمام الروضة.`),
  alarm('a wall about to fall', `${HEAD}\n\nسور المدرسة على وشك السقوط.`),
  alarm('a roof that comes down', `${HEAD}\n\nانهار سقف المبنى المهجور.`),
  alarm('a post that shocks', `${HEAD}\n\nعمود الإنارة يكهرب من يلمسه.`),
  alarm('a cable on the ground', `${HEAD}\n\nكيبل كهرباء مقطوع على الرصيف.`),
  alarm('people in a lift', `${HEAD}\n\nثلاثة أشخاص محتجزون في مصعد البلدية.`),
  alarm(
    'a smell, in English',
    'Date: 2 June 2026\nFrom: The residents\nTo: The Mayor\nSubject: Gas\n\nWe smell gas.',
  ),
  answer(
    'Hotmail, the date first',
    DARK,
    'Date: Sun, 22 Nov 2026 10:00:00 +0300\nFrom: help@rida.example\nTo: sara@example.com\nSubject: Lamp',
  ),
  answer(
    'Hotmail, the subject first',
    DARK,
    'Subject: Lamp\nFrom: help@rida.example\nDate: Sun, 22 Nov 2026 10:00:00 +0300\nTo: sara@example.com',
  ),
  answer(
    'Outlook in French',
    DARK,
    'De : Rida <help@rida.example>\nEnvoyé : dimanche 22 novembre 2026 10:00\nÀ : Sara\nObjet : Lampe',
  ),
  answer(
    'Outlook in Turkish',
    DARK,
    'Kimden: Rida <help@rida.example>\nGönderildi: 22 Kasım 2026 Pazar 10:00\nKime: Sara\nKonu: Lamba',
  ),
  answer(
    'Outlook in Turkish, newer',
    DARK,
    'Gönderen: Rida <help@rida.example>\nGönderme Tarihi: 22 Kasım 2026 Pazar 10:00\nAlıcı: Sara\nKonu: Lamba',
  ),
  answer(
    'Outlook in Urdu',
    DARK,
    'منجانب: Rida <help@rida.example>\nبھیجا گیا: اتوار، 22 نومبر 2026 10:00\nبنام: Sara\nموضوع: Lamp',
  ),
  answer(
    'Outlook in Hindi',
    DARK,
    'प्रेषक: Rida <help@rida.example>\nभेजा गया: 22 नवंबर 2026 10:00\nप्रति: Sara\nविषय: Lamp',
  ),
  answer(
    'Outlook in Filipino',
    DARK,
    'Mula kay: Rida <help@rida.example>\nIpinadala: Linggo, Nobyembre 22, 2026 10:00 AM\nPara kay: Sara\nPaksa: Lamp',
  ),
  answer(
    'Outlook in Indonesian',
    DARK,
    'Dari: Rida <help@rida.example>\nDikirim: Minggu, 22 November 2026 10.00\nKepada: Sara\nPerihal: Lampu',
  ),
  answer(
    'Outlook in German',
    DARK,
    'Von: Rida <help@rida.example>\nGesendet: Sonntag, 22. November 2026 10:00\nAn: Sara\nBetreff: Lampe',
  ),
  answer(
    'Outlook with mailto',
    DARK,
    'From: Rida Centre [mailto:help@rida.example] \nSent: 22 November 2026 10:00\nTo: Sara\nCc: Ali\nSubject: Lamp',
  ),
  answer(
    'Outlook with a long list of receivers',
    DARK,
    'From: Rida <help@rida.example>\nSent: Sunday, November 22, 2026 10:00 AM\nTo: Sara Ahmad <sara@example.com>; Ali Saleh <ali@example.org>;\n Norah Q <norah@example.com>; Office\n <office@example.com>\nCc: Someone Else\nSubject: Lamp',
  ),
  answer(
    'Apple Mail without marks',
    DARK,
    'Begin forwarded message:\n\nFrom: Rida <help@rida.example>\nSubject: Lamp\nDate: 22 November 2026 at 10:00:00 GMT+3\nTo: Sara',
  ),
  answer(
    'Samsung without a line',
    DARK,
    'من: Rida <help@rida.example>\nالتاريخ: ٢٢/١١/٢٠٢٦ ١٠:٠٠ ص (GMT+03:00)\nإلى: سارة\nالموضوع: الإنارة',
  ),
  letter(
    'in a reply, with a time and no date',
    `السلام عليكم\n\nمن: خالد\nالى: البلدية\nالموضوع: كيبل مكشوف\nالتاريخ: اليوم الساعة 5:30 م\n\n${GAS}`,
    'Subject: Re: Lamp',
  ),
];
