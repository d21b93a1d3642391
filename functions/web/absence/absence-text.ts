import type { Language } from '#events/vocabulary.ts';
import type { StaffRejection } from '#shared/domain/staff/decide-staff.ts';

const ar = {
  title: 'الغياب والتسليم',
  hint: 'عند بدء الغياب تعود معاملاتك إلى قائمة الإدارة، أو تنتقل إلى من تسميه.',
  present: 'على رأس العمل',
  absent: 'في غياب',
  planned: 'غياب مخطط',
  from: 'من',
  until: 'إلى (اختياري)',
  untilHint: 'يُترك فارغًا إن لم تُعرف العودة.',
  handOverTo: 'تُسلَّم المعاملات إلى',
  queue: 'قائمة الإدارة',
  who: 'الاسم',
  plan: 'تسجيل الغياب',
  back: 'تسجيل العودة',
  done: 'حُفظ.',
  wrong: 'تُرجى إعادة فتح الصفحة، ثم إرسال الطلب من جديد.',
  expected: {
    user: 'يُرجى اختيار اسم من القائمة.',
    from: 'تُرجى كتابة تاريخ ووقت صحيحين.',
    until: 'تُرجى كتابة تاريخ ووقت صحيحين، أو ترك الحقل فارغًا.',
    handOverTo: 'يُرجى اختيار اسم من القائمة يعمل على المعاملات.',
  },
  colleagues: 'الفريق',
  rejected: {
    'ends-before-it-begins': 'إلى: تُرجى كتابة وقت بعد بداية الغياب.',
    'in-the-past': 'إلى: مضى هذا الوقت. تُرجى كتابة وقت قادم.',
    'too-far-ahead': 'من، إلى: التاريخ بعيد جدًا. تُرجى كتابة تاريخ خلال سنتين من الآن.',
    'too-long-ago': 'من: التاريخ قديم جدًا. تُرجى كتابة تاريخ ميلادي خلال السنة الماضية.',
    'not-absent': 'لا يوجد غياب مسجل.',
    'to-themselves': 'تُسلَّم المعاملات إلى: يُرجى اختيار اسم آخر.',
    overtaken:
      'تغيّر هذا الغياب بعد أن فتحت هذه الصفحة، فلم يُحفظ شيء. تُرجى مراجعته، ثم إعادة الإرسال إن بقيت إليه حاجة.',
  } satisfies Record<StaffRejection['rejected'], string>,
};

const en: typeof ar = {
  title: 'Absence and hand-over',
  hint: 'When an absence begins, your cases return to the department’s queue, or go to whom you name.',
  present: 'At work',
  absent: 'Away',
  planned: 'Planned',
  from: 'From',
  until: 'Until (optional)',
  untilHint: 'Leave empty when the return is not known.',
  handOverTo: 'Cases go to',
  queue: 'the department’s queue',
  who: 'Who',
  plan: 'Record absence',
  back: 'Record return',
  done: 'Saved.',
  wrong: 'Open the page again and send the form from there.',
  expected: {
    user: 'choose a person of the list.',
    from: 'expected a valid date and time.',
    until: 'expected a valid date and time, or nothing.',
    handOverTo: 'choose a colleague who works on cases.',
  },
  colleagues: 'Staff',
  rejected: {
    'ends-before-it-begins': 'Until: expected a time after the absence begins.',
    'in-the-past': 'Until: that time has passed. Expected a time to come.',
    'too-far-ahead': 'From, Until: the date is too far ahead. Expected one within two years from now.',
    'too-long-ago': 'From: the date is too long ago. Expected a Gregorian date within the last year.',
    'not-absent': 'No absence is recorded.',
    'to-themselves': 'Cases go to: choose somebody else.',
    overtaken:
      'This absence changed after you opened this page, so nothing was saved. Look at it, then send yours if it is ' +
      'still needed.',
  },
};

export const absenceText: Readonly<Record<Language, typeof ar>> = { ar, en };
