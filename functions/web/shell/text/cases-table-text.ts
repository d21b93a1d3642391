import type { Language } from '#events/vocabulary.ts';

const ar = {
  caption: 'المعاملات مرتبة حسب الأولوية ثم الموعد الأقرب',
  columns: {
    time: 'الوقت',
    case: 'المعاملة',
    department: 'الإدارة',
    status: 'الحالة',
    assignee: 'الإسناد',
  },
  unassigned: 'غير مسندة',
};

const en: typeof ar = {
  caption: 'Cases by priority, then by nearest deadline',
  columns: { time: 'Time', case: 'Case', department: 'Department', status: 'Status', assignee: 'Assignee' },
  unassigned: 'Unassigned',
};

export const caseTableText: Readonly<Record<Language, typeof ar>> = { ar, en };
