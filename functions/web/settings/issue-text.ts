import type { Language } from '#events/vocabulary.ts';
import { HIJRI_YEARS } from '#shared/domain/sla/hijri.ts';
import { plural } from '#shared/domain/text/plural.ts';
import type { ReferencedKind } from '#shared/settings/cross-checks.ts';
import type { IssueCode, SettingsIssue } from '#shared/settings/settings-issue.ts';
import { textFor } from '../shell/text/text-for.ts';

type Params = SettingsIssue['params'];
type Sayings = Readonly<Record<IssueCode, string | ((params: Params, message: string) => string)>>;

const hijri = HIJRI_YEARS;
const KIND_AR: Readonly<Record<ReferencedKind, string>> = {
  department: 'لا توجد إدارة',
  category: 'لا يوجد تصنيف',
  calendar: 'لا يوجد تقويم',
};

const ITEMS = {
  ...{ zero: 'عنصرًا واحدًا', one: 'عنصرًا واحدًا', two: 'عنصرين' },
  ...{ few: '# عناصر', many: '# عنصرًا', other: '# عنصر' },
};
const atLeast = (limit: number): string => `المطلوب اختيار ${plural(limit, ITEMS)} على الأقل.`;

const ar: Sayings = {
  sections: 'المطلوب كائن JSON من أجزاء الإعدادات.',
  required: 'هذا الحقل مطلوب.',
  text: 'هذه القيمة لا تصلح هنا.',
  number: 'المطلوب عدد، مثل 30 أو ٣٠.',
  'at-least': ({ limit, of }) =>
    of === 'array' ? atLeast(Number(limit)) : `المطلوب عدد لا يقل عن ${limit}.`,
  'at-most': ({ limit, of }) =>
    of === 'string' ? `المطلوب نص لا يزيد على ${limit} حرفًا.` : `المطلوب عدد لا يزيد على ${limit}.`,
  mail: 'المطلوب عنوان بريد، مثل name@city.gov.sa.',
  phone: 'المطلوب رقم هاتف، مثل \u20660512345678\u2069.',
  address: 'المطلوب عنوان صفحة يبدأ بـ https://.',
  id: 'المطلوب معرّف قصير بحروف إنجليزية صغيرة، مثل roads.',
  user: 'المطلوب اسم المستخدم كما يُستعمل في تسجيل الدخول.',
  'one-of': ({ values }) => `المطلوب واحد مما يأتي: ${values}.`,
  'unknown-field': ({ fields }) => `حقل غير معروف هنا: ${fields}.`,
  'unknown-id': ({ kind, id }) => `${textFor(KIND_AR, String(kind))} بالمعرّف «${id}»؛ ما زال مستخدمًا هنا.`,
  twice: ({ id }) => `«${id}» مكرر في القائمة.`,
  overlap: 'فترات اليوم متداخلة. المطلوب فترات لا تتداخل.',
  'end-before-start':
    'النهاية قبل البداية. المطلوب نهاية بعدها. ما بعد منتصف الليل فترتان: حتى 24:00 ثم من 00:00.',
  time: 'يُكتب الوقت بصيغة مثل 07:30 أو 2:30 ظهرًا، حتى 24:00.',
  date: 'المطلوب تاريخ موجود: يوم وشهر وسنة من تقويم واحد، مثل 23 سبتمبر 2026م أو 1 شوال 1448هـ.',
  'far-date': ({ first, last }) => `هذا التاريخ بعيد. المطلوب سنة من ${first} إلى ${last}.`,
  'same-form': 'المطلوب تاريخان من النوع نفسه: كلاهما هجري أو ميلادي، وكلاهما بسنة أو بدونها.',
  'hijri-year': `السنة الهجرية خارج المدى. المطلوب سنة من ${hijri.first} إلى ${hijri.last}.`,
  'hijri-day': 'لا وجود لهذا اليوم أو الشهر في التقويم الهجري (أم القرى).',
  zone: 'منطقة زمنية غير معروفة. المطلوب اسم مثل Asia/Riyadh.',
  'no-hours': 'لا ساعات دوام إطلاقًا. المطلوب فترة واحدة على الأقل في الأسبوع.',
  'matches-nothing': 'هذا المستوى لا تصل إليه أي معاملة؛ مستوى قبله يأخذ كل ما يقبله.',
  'accepts-all': 'المستوى الأخير يجب أن يقبل كل المعاملات، دون شروط.',
  'no-variant': 'المطلوب تقويم أصلي موجود، لا بديل عن تقويم آخر.',
  'needs-variant': 'النطاق يخص التقاويم البديلة فقط؛ يلزم تحديد التقويم الذي يحل هذا محله.',
  'needs-scope': 'التقويم البديل يحتاج نطاقًا (إدارات أو مدنًا) أو مدة سريان.',
  'ladder-target': 'تراقب مستويات التصعيد موعدًا لا مدة له؛ يلزم تحديد مدته لأولوية واحدة على الأقل.',
  'twin-rung': 'مستويان من التصعيد في الموضع نفسه. يبقى واحد منهما.',
  placeholder: ({ name, names }) => `«${name}» ليس من الخانات المعروفة بين القوسين المزدوجين، وهي: ${names}.`,
  'header-lines':
    'المطلوب ترويسة في كل سطر، مثل Authorization: Bearer {secret}. ترويسات الاتصال نفسه لا تُكتب هنا.',
  'message-places': 'المطلوب {number} و{text} في المحتوى، ولا يُكتب بين الأقواس غيرهما إلا {secret} و{id}.',
  'written-secret':
    'المطلوب {secret} مكان المفتاح أو كلمة المرور، فالإعدادات يقرؤها كثيرون. ويُحفظ المفتاح نفسه خارج الإعدادات.',
  'json-quotes': 'المحتوى ليس JSON صحيحًا. تُكتب كل خانة بين علامتي تنصيص، مثل "{text}".',
  'after-closing': ({ limit }) => `تُغلق المعاملة قبل الاتصال. المطلوب عدد أقل من ${limit}.`,
  'too-large': ({ limit, bytes }) =>
    `الإعدادات أكبر مما يُحفظ: ${bytes} بايت، والحد ${limit}. يمكن حذف القرارات القديمة.`,
  other: (_, message) => message,
};

const en: Sayings = {
  sections: 'Expected a JSON object of sections.',
  required: 'This is required.',
  text: 'This is not of the kind expected here.',
  number: 'Expected a number such as 30.',
  'at-least': ({ limit, of }) =>
    of === 'array' ? `Choose at least ${limit === 1 ? 'one' : limit}.` : `Expected ${limit} or more.`,
  'at-most': ({ limit, of }) =>
    of === 'string' ? `Expected at most ${limit} letters.` : `Expected ${limit} or less.`,
  mail: 'Expected a mail address such as name@city.gov.sa.',
  phone: 'Expected a telephone number such as 0512345678.',
  address: 'Expected a page address that begins with https://.',
  id: 'Expected a short lower-case id such as roads.',
  user: 'Expected a user name as people sign in with.',
  'one-of': ({ values }) => `Expected one of: ${values}.`,
  'unknown-field': ({ fields }) => `Not known here: ${fields}.`,
  'unknown-id': ({ kind, id }) => `There is no ${kind} “${id}”; it is still used here.`,
  twice: ({ id }) => `“${id}” stands twice in the list.`,
  overlap: 'Expected intervals that do not overlap.',
  'end-before-start':
    'Expected an end after its start. Hours past midnight are two intervals: up to 24:00, then from 00:00.',
  time: 'Expected a time such as 07:30, up to 24:00.',
  date:
    'Choose a date that exists: a day, a month and a year of one calendar, such as 23 September 2026 or ' +
    '1 Shawwal 1448 AH.',
  'far-date': ({ first, last }) => `That is far away: expected a year from ${first} to ${last}.`,
  'same-form': 'Expected two dates of one form: both Hijri or both Gregorian, both with a year or without.',
  'hijri-year': `Expected a Hijri year from ${hijri.first} to ${hijri.last}.`,
  'hijri-day': 'There is no such day or month in the Hijri calendar (Umm al-Qura).',
  zone: 'Expected a time zone such as Asia/Riyadh.',
  'no-hours': 'Expected at least one open interval in the week.',
  'matches-nothing': 'No case reaches this level: one before it takes everything it accepts.',
  'accepts-all': 'The last level must accept every case, without conditions.',
  'no-variant': 'Expected a calendar that exists and is no variant itself.',
  'needs-variant': 'Only a variant has a scope: name the calendar it stands in for.',
  'needs-scope': 'A variant needs a scope (departments or cities) or a validity.',
  'ladder-target': 'The ladder watches a clock without a target: give it one for at least one priority.',
  'twin-rung': 'Two rungs at one point of the ladder; expected one.',
  placeholder: ({ name, names }) => `“${name}” cannot stand in double braces; expected one of: ${names}.`,
  'header-lines':
    'Write one header a line, such as Authorization: Bearer {secret}. Headers of the connection are not written here.',
  'message-places':
    'Write {number} and {text} in the body, and no other words in braces but {secret} and {id}.',
  'written-secret':
    'Write {secret} in the place of a key or password: many people read the settings. The key is stored elsewhere.',
  'json-quotes': 'The body is not JSON. Write each place in quotes, such as "{text}".',
  'after-closing': ({ limit }) => `The case closes before the call. Expected less than ${limit}.`,
  'too-large': ({ limit, bytes }) =>
    `More than can be kept: ${bytes} bytes, expected at most ${limit}. Remove old decrees.`,
  other: (_, message) => message,
};

/** Return the text of an issue in the person's language. */
export function issueText({ code, params, message }: SettingsIssue, language: Language): string {
  const saying = (language === 'ar' ? ar : en)[code];
  return typeof saying === 'string' ? saying : saying(params, message);
}
