import type { Language } from '#events/vocabulary.ts';
import type { CallLine } from '#shared/domain/telephone/line.ts';

/** Form a noun after its number, as Arabic counts. */
const calls = (n: number): string => {
  if (n === 1) return 'مكالمة واحدة';
  if (n === 2) return 'مكالمتان';
  return n % 100 >= 3 && n % 100 <= 10 ? `${n} مكالمات` : `${n} مكالمة`;
};

const ar = {
  title: 'الرد على المكالمات',
  work: 'العمل في المكالمات',
  offered: 'طلبوا التحدث مع المركز',
  served: 'تمت خدمتهم',
  abandoned: 'أغلقوا قبل الرد',
  machine: 'اكتفوا بالخدمة الآلية',
  serviceLevel: 'مستوى الخدمة',
  serviceLevelHint: 'من أُجيبوا خلال المدة المستهدفة، من بين من أُجيبوا ومن أغلقوا بعدها.',
  abandonment: 'نسبة من أغلقوا قبل الرد',
  short: (n: number) => `لا تدخل فيها ${calls(n)} أُغلقت خلال ثوانٍ.`,
  wait: 'متوسط الانتظار حتى الرد',
  minutes: 'دقيقة:ثانية',
  handling: 'متوسط زمن معالجة المكالمة',
  handlingHint: 'المحادثة والتعليق والعمل بعد المكالمة.',
  talk: 'المحادثة',
  hold: 'التعليق أثناء المكالمة',
  afterWork: 'العمل بعد المكالمة',
  transfers: 'التحويلات',
  callbacks: 'معاودة الاتصال',
  kept: 'تمّت',
  notReached: 'لم تتم',
  messages: 'رسائل صوتية',
  byLine: 'المكالمات حسب الخط',
  byHour: 'حسب ساعة بدء المكالمة',
  line: 'الخط',
  hour: 'الساعة',
  lines: { general: 'الخط العام', investors: 'خط المستثمرين', staff: 'خط منسوبي البلدية' } satisfies Record<
    CallLine,
    string
  >,
};

const en: typeof ar = {
  title: 'Calls answered',
  work: 'Work on calls',
  offered: 'Asked for a person',
  served: 'Served',
  abandoned: 'Hung up while waiting',
  machine: 'Served by the machine',
  serviceLevel: 'Service level',
  serviceLevelHint: 'Answered within the target, of all who were answered or hung up after it.',
  abandonment: 'Abandonment',
  short: (n) => `Leaves out ${n} ${n === 1 ? 'call' : 'calls'} given up within seconds.`,
  wait: 'Average speed of answer',
  minutes: 'minutes:seconds',
  handling: 'Average handling time',
  handlingHint: 'Talk, hold and work after the call.',
  talk: 'Talk',
  hold: 'Hold',
  afterWork: 'Work after the call',
  transfers: 'Transfers',
  callbacks: 'Call-backs',
  kept: 'made',
  notReached: 'not made',
  messages: 'Spoken messages',
  byLine: 'Calls by line',
  byHour: 'By the hour in which the call began',
  line: 'Line',
  hour: 'Hour',
  lines: { general: 'General line', investors: 'Investors’ line', staff: 'Staff line' },
};

export const callFiguresText: Readonly<Record<Language, typeof ar>> = { ar, en };
