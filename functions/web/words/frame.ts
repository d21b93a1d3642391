import type { Language } from '#events/vocabulary.ts';

const ar = {
  cases: 'المعاملات',
  figures: 'المؤشرات',
  settings: 'الإعدادات',
  signOut: 'تسجيل الخروج',
  absence: 'الغياب',
  other: 'English',
  skip: 'تخطَّ إلى المحتوى',
  menu: 'القائمة الرئيسية',
  search: 'ابحث برقم مرجعي أو بريد أو هاتف',
  searchButton: 'بحث',
  role: { agent: 'موظف', supervisor: 'مشرف', leader: 'قيادة' },
  notFoundTitle: 'لم نجد ما طلبته',
  notFoundText: 'ربما كُتب العنوان أو الرقم المرجعي بشكل مختلف. تحقّق منه ثم ابحث من جديد.',
  failedTitle: 'تعذّر إتمام الطلب',
  failedText: 'حدث خلل مؤقت ولم يُحفظ شيء ناقص. أعد المحاولة بعد قليل.',
  back: 'العودة إلى المعاملات',
  readOnlyTitle: 'هذا الإجراء غير متاح لك',
  supervisorsOnlyTitle: 'هذا الإجراء للمشرفين',
  supervisorsOnlyText: 'اطلب من المشرف تنفيذه؛ لم يتغير شيء.',
  readOnlyText: 'صلاحيتك تتيح الاطلاع على المعاملات والمؤشرات دون تعديلها.',
};

const en: typeof ar = {
  cases: 'Cases',
  figures: 'Figures',
  settings: 'Settings',
  signOut: 'Sign out',
  absence: 'Absence',
  other: 'العربية',
  skip: 'Skip to content',
  menu: 'Main menu',
  search: 'Search by reference, e-mail or phone',
  searchButton: 'Search',
  role: { agent: 'Agent', supervisor: 'Supervisor', leader: 'Leadership' },
  notFoundTitle: 'We did not find that',
  notFoundText: 'The address or reference may be written differently. Check it and search again.',
  failedTitle: 'That did not work',
  failedText: 'Something failed for a moment; nothing was half-saved. Please try again shortly.',
  back: 'Back to the cases',
  readOnlyTitle: 'Not open to you',
  supervisorsOnlyTitle: 'Only supervisors can do this',
  supervisorsOnlyText: 'Ask a supervisor to do it; nothing has changed.',
  readOnlyText: 'Your role lets you read cases and figures, not change them.',
};

export const frameWords: Readonly<Record<Language, typeof ar>> = { ar, en };
