import type { WrittenMail } from '../local/mail/hand-in.ts';
import { windows1256 } from './windows-1256.ts';

const DOMAIN = 'example.com';

const from = (name: string, user: string) => ({ name, address: `${user}@${DOMAIN}` });

type PlainLetter = readonly [name: string, user: string, subject: string, text: string];

/** The mails of an ordinary morning. */
const plainLetters: readonly PlainLetter[] = [
  [
    'نورة القحطاني',
    'norah',
    'إنارة الشارع مطفأة',
    'السلام عليكم، إنارة شارع التحلية مطفأة منذ يومين والحي مظلم ليلًا.',
  ],
  [
    'سعد الدوسري',
    'saad',
    'حفرة خطيرة في الطريق',
    'بلاغ عاجل: حفرة عميقة وخطيرة أمام المدرسة، وقد تسببت بحادث صباح اليوم.',
  ],
  ['هند العتيبي', 'hind', 'استفسار عن رخصة بناء', 'ما الأوراق المطلوبة لتجديد رخصة بناء سكنية؟'],
  [
    'Omar Khan',
    'omar',
    'Garbage not collected',
    'The garbage containers on our street have not been emptied for five days.',
  ],
  ['ريم الشهري', 'reem', 'تسرب مياه', 'يوجد تسرب مياه في الشارع وتجمع كبير أمام المسجد منذ أمس.'],
  [
    'مؤسسة البناء الحديث',
    'modern-build',
    'تأخر المستخلص',
    'نستفسر عن موعد صرف المستخلص الثالث لمشروع الأرصفة.',
  ],
  [
    'Sara Lee',
    'sara',
    'Question about a shop licence',
    'How do I renew a commercial licence for a small coffee shop?',
  ],
  ['فهد المطيري', 'fahad', 'كلاب ضالة', 'بلاغ عن كلاب ضالة قرب مدرسة الأطفال في حي النرجس.'],
  ['منى الزهراني', 'mona', 'ملاحظة على الحديقة', 'ألعاب الأطفال في الحديقة مكسورة وتحتاج إلى صيانة.'],
  ['عبدالله الحربي', 'abdullah', 'طلب مسح أرض', 'أرغب في معرفة إجراءات الرفع المساحي لأرضي السكنية.'],
  [
    'Investor Relations',
    'invest',
    'Investment plot',
    'We would like to know the next steps for leasing the plot offered last month.',
  ],
  [
    'لمى الغامدي',
    'lama',
    'مشكلة في التطبيق',
    'لا يفتح تطبيق البلدية بعد التحديث الأخير ويظهر خطأ عند الدخول.',
  ],
  ['بندر السبيعي', 'bandar', 'ضوضاء ليلية', 'أعمال حفر مستمرة بعد منتصف الليل والضوضاء لا تطاق.'],
  [
    'James Miller',
    'james',
    'Street light pole',
    'A street light pole is leaning over the pavement near house 14.',
  ],
  ['أمل الرشيدي', 'amal', 'نظافة الشارع', 'مخلفات بناء متروكة على الرصيف منذ أسبوع.'],
  ['خالد العنزي', 'khalid', 'استفسار عن موقف', 'هل يوجد اشتراك شهري لمواقف السيارات في وسط المدينة؟'],
  ['دانة الخالدي', 'dana', 'غرق نفق', 'النفق الغربي امتلأ بمياه الأمطار ولا يمكن المرور.'],
  ['ماجد القرني', 'majed', 'إشارة مرور معطلة', 'إشارة المرور عند تقاطع الملك فهد معطلة منذ الصباح.'],
  [
    'Fatima Noor',
    'fatima',
    'Park opening hours',
    'What are the opening hours of the central park during the week?',
  ],
  ['يوسف الشمري', 'yousef', 'شكوى على الخدمة', 'أشتكي من عدم رد المركز على طلبي السابق منذ أسبوعين.'],
];

const plain = ([name, user, subject, text]: PlainLetter): WrittenMail => ({
  from: from(name, user),
  to: 'help@rida.example',
  subject,
  text,
  messageId: `<${user}.1@${DOMAIN}>`,
});

/** A mail of an old mail program: windows-1256, with headers that do not declare it correctly. */
function old(): WrittenMail {
  const headers = `From: salman@${DOMAIN}\r\nTo: help@rida.example\r\nMessage-ID: <salman.1@${DOMAIN}>\r\nSubject: =?windows-1256?B?`;
  const subject = Buffer.from(windows1256('بلاغ عن تسرب مياه')).toString('base64');
  const rest =
    '?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
  const text = windows1256('السلام عليكم، يوجد تسرب مياه كبير في شارع العليا.\r\n');
  const raw = Buffer.concat([Buffer.from(headers + subject + rest), text]);
  return { from: from('', 'salman'), to: 'help@rida.example', subject: '', text: '', raw };
}

/** A mail with deeply nested parts, which the parser must reject. */
function nested(): WrittenMail {
  const open = Array.from(
    { length: 60 },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  ).join('');
  const raw = Buffer.from(
    `From: strange@${DOMAIN}\r\nTo: help@rida.example\r\nMessage-ID: <strange.1@${DOMAIN}>\r\nSubject: odd\r\nMIME-Version: 1.0\r\n${open}Content-Type: text/plain\r\n\r\nhello\r\n`,
  );
  return { from: from('', 'strange'), to: 'help@rida.example', subject: '', text: '', raw };
}

/** An automatic out-of-office reply. */
const away: WrittenMail = {
  from: from('Ali', 'ali'),
  to: 'help@rida.example',
  subject: '',
  text: '',
  raw: Buffer.from(
    `From: ali@${DOMAIN}\r\nTo: help@rida.example\r\nMessage-ID: <ali.1@${DOMAIN}>\r\nAuto-Submitted: auto-replied\r\nSubject: Out of office\r\n\r\nI am away until Sunday.\r\n`,
  ),
};

/**
 * The mails of a morning: twenty of people, one of an old mail program, one automatic, and one unreadable.
 */
export const morningMails: readonly WrittenMail[] = [...plainLetters.map(plain), old(), away, nested()];
