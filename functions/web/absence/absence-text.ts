import type { Language } from '#events/vocabulary.ts';
import type { StaffRejection } from '#shared/domain/staff/decide-staff.ts';

const ar = {
  title: 'الغياب والتسليم',
  hint: 'عند بدء الغياب تعود معاملاتك إلى قائمة الإدارة، أو تنتقل إلى من تسميه.',
  present: 'على رأس العمل',
  absent: 'غائب',
  planned: 'غياب مخطط',
  from: 'من',
  until: 'إلى (اختياري)',
  untilHint: 'اتركه فارغًا إن لم تُعرف العودة.',
  handOverTo: 'تُسلَّم المعاملات إلى',
  queue: 'قائمة الإدارة',
  who: 'الاسم',
  plan: 'تسجيل الغياب',
  back: 'تسجيل العودة',
  done: 'حُفظ.',
  wrong: 'راجع ما كتبته: اختر اسمًا، واكتب تاريخًا ووقتًا صحيحين.',
  colleagues: 'الفريق',
  rejected: {
    'ends-before-it-begins': 'نهاية الغياب قبل بدايته.',
    'in-the-past': 'مضت هذه المدة.',
    'too-far-ahead': 'هذا التاريخ بعيد جدًا. اكتب تاريخًا خلال سنتين من الآن.',
    'too-long-ago': 'هذا التاريخ قديم جدًا. اكتب تاريخًا ميلاديًا خلال السنة الماضية.',
    'not-absent': 'لا يوجد غياب مسجل.',
    'to-themselves': 'اختر اسمًا آخر للتسليم.',
    overtaken:
      'تغيّر هذا الغياب بعد أن فتحت هذه الصفحة، فلم يُحفظ شيء. راجعه، ثم أعد الإرسال إن بقيت إليه حاجة.',
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
  wrong: 'Look at what you wrote: choose a person, and give valid dates and times.',
  colleagues: 'Staff',
  rejected: {
    'ends-before-it-begins': 'The absence ends before it begins.',
    'in-the-past': 'That time has passed.',
    'too-far-ahead': 'That date is too far ahead. Write one within two years from now.',
    'too-long-ago': 'That date is too long ago. Write a Gregorian date within the last year.',
    'not-absent': 'No absence is recorded.',
    'to-themselves': 'Choose somebody else to hand over to.',
    overtaken:
      'This absence changed after you opened this page, so nothing was saved. Look at it, then send yours if it is ' +
      'still needed.',
  },
};

export const absenceText: Readonly<Record<Language, typeof ar>> = { ar, en };
