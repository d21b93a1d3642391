import type { Language } from '#events/vocabulary.ts';

const ar = {
  title: 'المعاملات',
  states: {
    active: 'قيد العمل',
    resolved: 'منجزة',
    closed: 'مغلقة',
    spam: 'مزعج ومشبوه',
    machine: 'بريد آلي',
  },
  stateLabel: 'الحالة',
  department: 'القسم',
  allDepartments: 'كل الأقسام',
  type: 'النوع',
  allTypes: 'كل الأنواع',
  priority: 'الأولوية',
  allPriorities: 'كل الأولويات',
  language: 'لغة الرسالة',
  allLanguages: 'كل اللغات',
  mine: 'المسندة إليّ',
  filter: 'تطبيق',
  empty: 'لا توجد معاملات بهذه المواصفات.',
  emptyCalm: 'لا شيء ينتظر الآن.',
  next: 'المزيد',
  first: 'من البداية',
  counts: { shown: 'في هذه القائمة', overdue: 'متأخرة', near: 'قاربت موعدها', unassigned: 'غير مسندة' },
};

const en: typeof ar = {
  title: 'Cases',
  states: {
    active: 'In work',
    resolved: 'Resolved',
    closed: 'Closed',
    spam: 'Spam and suspicious',
    machine: 'Machine mail',
  },
  stateLabel: 'State',
  department: 'Department',
  allDepartments: 'All departments',
  type: 'Type',
  allTypes: 'All types',
  priority: 'Priority',
  allPriorities: 'All priorities',
  language: 'Language of the mail',
  allLanguages: 'All languages',
  mine: 'Assigned to me',
  filter: 'Apply',
  empty: 'No case is like that.',
  emptyCalm: 'Nothing is waiting right now.',
  next: 'More',
  first: 'From the beginning',
  counts: {
    shown: 'in this list',
    overdue: 'overdue',
    near: 'near their deadline',
    unassigned: 'unassigned',
  },
};

export const listPageText: Readonly<Record<Language, typeof ar>> = { ar, en };
