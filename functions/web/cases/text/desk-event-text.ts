import type { ContactMeans, Language, Preference, Relation } from '#events/vocabulary.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

const ar = {
  reclassified: 'صُحّح التصنيف',
  unassigned: 'أُعيدت المعاملة إلى قائمة القسم',
  handedBack: { staff: 'بقرار من الموظف', absence: 'لغياب الموظف', 'hand-over': 'لتسليم الأعمال' },
  assignedBecause: { rule: 'إسناد آلي', absence: 'لغياب الموظف', 'hand-over': 'تسليم أعمال' },
  merged: 'دُمجت في معاملة أخرى',
  unmerged: 'فُصلت عن المعاملة التي دُمجت فيها',
  linked: 'رُبطت بمعاملة أخرى',
  unlinked: 'أُلغي الربط بمعاملة أخرى',
  split: 'أُفردت رسالة في معاملة مستقلة',
  watched: 'متابع جديد',
  unwatched: 'توقف عن المتابعة',
  promised: 'وعد بالتواصل مع المستفيد',
  promiseEnded: {
    kept: 'وُفي بالوعد في موعده',
    late: 'وُفي بالوعد بعد موعده',
    replaced: 'استُبدل الوعد بموعد آخر',
    withdrawn: 'أُلغي الوعد',
  },
  asked: 'سُئل القسم',
  answered: 'أجاب القسم',
  lateAnswer: 'بعد الموعد',
  requestWithdrawn: 'سُحب الطلب من القسم',
  contacted: 'جرى التواصل مع المستفيد',
  retracted: 'سُحب تنبيه التجاوز: أُنجز المطلوب في موعده وسُجّل لاحقًا',
  retimed: 'تغيّرت المواعيد بتغيّر الإعدادات',
  noDeadline: 'بلا موعد',
  terms: 'بسبب تغيّر الشروط، لا لتأخر أحد',
  erased: 'أُزيلت البيانات الشخصية',
  erasedBecause: { request: 'بطلب من المستفيد', age: 'لانقضاء مدة الحفظ' },
  joined: 'ضُمّ عنوان آخر إلى المستفيد نفسه',
  parted: 'فُصل عنوان عن المستفيد',
  preferences: 'تغيّرت تفضيلات المستفيد',
  preferenceOn: 'أوقف',
  preferenceOff: 'أعاد',
  verified: 'وُثّقت هوية المستفيد',
  verifiedBy: { nafath: 'نفاذ', document: 'وثيقة', 'call-back': 'معاودة الاتصال' },
  personErased: 'أُزيلت بيانات المستفيد',
  absent: 'غياب موظف',
  returned: 'عودة موظف',
  notices: 'أُرسلت التنبيهات المجمّعة',
  field: {
    type: 'النوع',
    category: 'التصنيف',
    department: 'القسم',
    priority: 'الأولوية',
    segment: 'الفئة',
    language: 'اللغة',
  },
};

const en: typeof ar = {
  reclassified: 'Classification corrected',
  unassigned: 'Returned to the department’s queue',
  handedBack: { staff: 'by decision of staff', absence: 'because of an absence', 'hand-over': 'hand-over' },
  assignedBecause: { rule: 'by rule', absence: 'because of an absence', 'hand-over': 'hand-over' },
  merged: 'Merged into another case',
  unmerged: 'Stands by itself again',
  linked: 'Linked to another case',
  unlinked: 'Link removed',
  split: 'A message became a case of its own',
  watched: 'Now watching',
  unwatched: 'No longer watching',
  promised: 'Promised to get back to the beneficiary',
  promiseEnded: {
    kept: 'Promise kept in time',
    late: 'Promise kept late',
    replaced: 'Promise replaced',
    withdrawn: 'Promise withdrawn',
  },
  asked: 'Department asked',
  answered: 'Department answered',
  lateAnswer: 'late',
  requestWithdrawn: 'Request to the department withdrawn',
  contacted: 'The beneficiary was reached',
  retracted: 'Breach taken back: it was done in time and recorded later',
  retimed: 'Deadlines moved by new settings',
  noDeadline: 'no deadline',
  terms: 'the terms changed; nobody was late',
  erased: 'Personal data removed',
  erasedBecause: { request: 'on request', age: 'after the retention time' },
  joined: 'Another address of the same beneficiary',
  parted: 'An address was parted from the beneficiary',
  preferences: 'Preferences changed',
  preferenceOn: 'stopped',
  preferenceOff: 'resumed',
  verified: 'Identity verified',
  verifiedBy: { nafath: 'Nafath', document: 'document', 'call-back': 'call-back' },
  personErased: 'Beneficiary’s data removed',
  absent: 'Absence began',
  returned: 'Back at work',
  notices: 'Gathered notices sent',
  field: {
    type: 'Type',
    category: 'Category',
    department: 'Department',
    priority: 'Priority',
    segment: 'Segment',
    language: 'Language',
  },
};

export const deskEventText: Readonly<Record<Language, typeof ar>> = { ar, en };

export const relationLabel: Readonly<Record<Relation, Bilingual>> = {
  related: { ar: 'ذات صلة', en: 'related' },
  parent: { ar: 'معاملة رئيسية', en: 'parent' },
  child: { ar: 'معاملة فرعية', en: 'child' },
  'merged-from': { ar: 'دُمجت في هذه', en: 'merged into this one' },
  'split-from': { ar: 'أُفردت منها', en: 'split from' },
  'split-into': { ar: 'أُفردت إليها', en: 'split into' },
};

export const meansLabel: Readonly<Record<ContactMeans, Bilingual>> = {
  phone: { ar: 'هاتفيًا', en: 'by phone' },
  visit: { ar: 'حضوريًا', en: 'in person' },
  message: { ar: 'برسالة', en: 'by message' },
};

export const preferenceLabel: Readonly<Record<Preference, Bilingual>> = {
  surveys: { ar: 'الاستبيانات', en: 'surveys' },
  calls: { ar: 'الاتصالات', en: 'calls' },
  updates: { ar: 'الإشعارات', en: 'updates' },
};

export const languageLabel: Readonly<Record<Language, Bilingual>> = {
  ar: { ar: 'العربية', en: 'Arabic' },
  en: { ar: 'الإنجليزية', en: 'English' },
};
