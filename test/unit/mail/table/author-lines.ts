import { html, plain, type Row } from './row.ts';

const whole = (name: string, text: string, ...headers: readonly string[]): Row => ({
  name,
  raw: plain(text, ...headers),
  out: { text, kind: null },
});
const cut = (name: string, text: string, dropped: string, ...headers: readonly string[]): Row => ({
  name: `without ${name}`,
  raw: plain(`${text}\n\n${dropped}\n`, ...headers),
  out: { text, kind: null },
});

const POTHOLE = 'توجد حفرة عميقة أمام المدرسة.';

export const AUTHOR_LINE_ROWS: readonly Row[] = [
  whole(
    'dashes between two problems',
    'الحفرة أمام المدرسة ما زالت مفتوحة\n--\nعمود الإنارة في الشارع الثاني مطفأ',
  ),
  whole(
    'dashes between two problems, with a number to call',
    'الحفرة أمام المدرسة\n--\nالإنارة مطفأة أمام المسجد، جوالي 0555555555',
  ),
  whole(
    'a long dash between two problems',
    'Garbage is piling up at the corner.\n—\nThe second problem is the street light near the mosque.',
  ),
  whole('dashes above a question', 'The lamp is out.\n--\nWhen will somebody come?'),
  whole(
    'lines of underscores between problems',
    'المشكلة الأولى: حفرة\n____________________\nالمشكلة الثانية: إنارة\n____________________\nالمشكلة الثالثة: نفايات',
  ),
  whole(
    'a line as long as Outlook’s between problems',
    'First: the lamp.\n________________________________\nSecond: the pothole.',
  ),
  whole('stars between problems', 'حفرة\n***\nإنارة'),
  whole('a greater-than sign in a first mail', 'السرعة في الشارع\n> 100 كم في الساعة\nونطلب مطبات'),
  whole('an arrow of its own', 'الطريق من البيت\n> المسجد\n> المدرسة\nكله مظلم'),
  whole('more than so many days', 'We have been without water\n> 3 days\nand nobody answers.'),
  whole(
    'a department that a mail is meant for',
    'هذه الرسالة موجهة إلى قسم الطرق: الجسر فيه تشقق كبير.\nنرجو المعاينة.',
  ),
  whole(
    'a department that a mail is meant for, below',
    `${POTHOLE}\nهذه الرسالة موجهة إلى قسم الطرق: الجسر فيه تشقق كبير.`,
  ),
  whole(
    'an English mail meant for a department',
    'Hello,\nThis message is intended for the roads department: the bridge has cracks.',
  ),
  whole('sent three times by the author', `${POTHOLE}\nتم الإرسال من قبلي ثلاث مرات`),
  whole(
    'sent from the author’s office',
    'The bin is broken.\nSent from the office of the school to you twice already, no answer.',
  ),
  whole('sent by registered post', 'أرسلت عبر البريد الرسمي ولم يصل رد'),
  whole('a secret that is part of the matter', `${POTHOLE}\nالمعلومات الواردة في التقرير السابق غير صحيحة.`),
  whole(
    'words below a disclaimer',
    'This e-mail is confidential and intended solely for the addressee.\n\nThe street lamp in front of house 12 is broken since Monday.',
  ),
  whole('a closing in the middle', 'أشكركم على تعاونكم.\nمع التحية\n\nنسيت أن أذكر أن الحفرة قرب المدرسة'),
  whole('numbers with dashes', 'حفرتان:\n-- الأولى أمام المسجد\n-- الثانية أمام المدرسة'),
  whole('a list of fields of its own', 'الموقع: حي النرجس\nالوقت: مساء الأحد\nالمشكلة: إنارة'),
  cut('a signature of dashes and a number', POTHOLE, '--\nسارة أحمد\n0555555555'),
  cut(
    'a signature of Thunderbird',
    POTHOLE,
    '-- \nSara Ahmad | Project Manager\nAl Bina Contracting Co.\nT +966 11 555 5555 | www.albina.example',
  ),
  cut('a signature with a slogan', POTHOLE, '-- \nSara Ahmad\nLife is short, smile!'),
  cut(
    'an Outlook signature with a title',
    POTHOLE,
    '--\nم. خالد العتيبي\nمدير المشاريع\nشركة البناء المحدودة',
  ),
  cut('an iPhone’s line in French', POTHOLE, 'Envoyé de mon iPhone'),
  cut('an iPhone’s line in Turkish', POTHOLE, 'iPhone’umdan gönderildi'),
  cut('an iPhone’s line in Urdu', POTHOLE, 'میرے iPhone سے بھیجا گیا'),
  cut('an iPhone’s line in Filipino', POTHOLE, 'Ipinadala mula sa aking iPhone'),
  cut('a Huawei’s line', POTHOLE, 'مرسل من هاتفي الذكي من Huawei'),
  cut('a carrier’s line', POTHOLE, 'Sent from my Verizon Wireless BlackBerry'),
  cut('Yahoo’s line on Android', POTHOLE, 'Sent from Yahoo Mail on Android'),
  cut(
    'a disclaimer of two paragraphs',
    POTHOLE,
    'This message is confidential and intended solely for the person to whom it is addressed.\n\nIf you have received it in error, please notify the sender and delete it.',
  ),
  cut(
    'an Arabic disclaimer to the end',
    POTHOLE,
    'تنويه: هذه الرسالة ومرفقاتها سرية وموجهة إلى المرسل إليه فقط.\n\nإذا وصلتك عن طريق الخطأ فنرجو حذفها وإشعار المرسل.',
  ),
  {
    name: 'a greater-than sign in HTML that quotes nothing',
    raw: html('<p>سرعة السيارات</p><p>&gt; 100 كم</p><p>ونطلب مطبات</p>'),
    out: { text: 'سرعة السيارات\n\n> 100 كم\n\nونطلب مطبات' },
  },
  {
    name: 'a report of writing on a wall',
    raw: plain('On the wall somebody wrote:\n\n> keep out\n\nPlease paint it over.'),
    out: { text: 'On the wall somebody wrote:\n\n> keep out\n\nPlease paint it over.' },
  },
];
