import type { WrittenMail } from '../local/mail/hand-in.ts';

const mail = (user: string, name: string, subject: string, text: string): WrittenMail => ({
  from: { name, address: `${user}@example.com` },
  to: 'help@rida.example',
  subject,
  text,
  messageId: `<${user}.desk@example.com>`,
});

/** The mails on the morning of the desk day, by their name in the story. */
export const deskMails = {
  pipe: mail(
    'rayan',
    'ريان العمري',
    'ماسورة مياه مكسورة',
    'بلاغ: ماسورة مياه مكسورة أمام مسجد الحي والمياه تتدفق إلى الشارع.',
  ),
  samePipe: mail(
    'layla',
    'ليلى الصاعدي',
    'كسر في ماسورة المياه',
    'بلاغ: انكسرت ماسورة المياه أمام مسجد حينا وتجمعت المياه في الشارع.',
  ),
  outage: mail(
    'waleed',
    'وليد الثبيتي',
    'انقطاع إنارة حي الياسمين',
    'بلاغ: إنارة شوارع حي الياسمين مطفأة كلها منذ أمس.',
  ),
  keptPromise: mail(
    'nawal',
    'نوال الرشيد',
    'موعد صيانة الحديقة',
    'متى تنتهي صيانة حديقة الحي؟ أرجو الاتصال بي.',
  ),
  missedPromise: mail(
    'yazid',
    'يزيد السلمي',
    'استفسار عن رخصة محل',
    'ما شروط رخصة محل تجاري صغير؟ أرجو الاتصال بي مساءً.',
  ),
  plan: mail(
    'mishal',
    'مشعل البقمي',
    'استفسار عن مشروع',
    'هل يدخل شارعنا في مشروع توسعة طريق الملك عبدالله؟',
  ),
  erased: mail('tariq', 'طارق الزايدي', 'ملاحظة على الأرصفة', 'ألاحظ أن أرصفة الحي تحتاج إلى صيانة.'),
} as const;

const STREETS = [
  ...['العليا', 'الورود', 'السلام', 'النخيل', 'الربيع', 'الأندلس'],
  ...['الروضة', 'المروج', 'الفلاح', 'الواحة', 'الندى', 'الغدير'],
];

/** Reports of twelve dark streets within one minute. */
export const darkStreets: readonly WrittenMail[] = STREETS.map((street, at) =>
  mail(`street-${at + 1}`, `ساكن ${at + 1}`, `إنارة شارع ${street}`, `بلاغ: إنارة شارع ${street} مطفأة.`),
);
