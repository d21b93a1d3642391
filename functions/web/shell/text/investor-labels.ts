import type { PlanEnd, ProcedureKind, ProcedureState } from '#events/investor-vocabulary.ts';
import type { Holder } from '#shared/domain/investors/plan.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

type Labels<K extends string> = Readonly<Record<K, Bilingual>>;

export const procedureLabel: Labels<ProcedureKind> = {
  licence: { ar: 'رخصة النشاط', en: 'Activity licence' },
  'building-permit': { ar: 'رخصة البناء', en: 'Building permit' },
  'land-lease': { ar: 'عقد إيجار الأرض', en: 'Land lease' },
  'utility-connection': { ar: 'إيصال الخدمات', en: 'Utility connection' },
  inspection: { ar: 'المعاينة', en: 'Inspection' },
  'site-handover': { ar: 'تسليم الموقع', en: 'Hand-over of the site' },
  payment: { ar: 'سداد الرسوم', en: 'Payment of fees' },
  other: { ar: 'إجراء آخر', en: 'Other procedure' },
};

export const procedureStateLabel: Labels<ProcedureState> = {
  waiting: { ar: 'لم يبدأ', en: 'Not started' },
  'under-way': { ar: 'جارٍ', en: 'Under way' },
  done: { ar: 'اكتمل', en: 'Done' },
  withdrawn: { ar: 'لم يعد مطلوبًا', en: 'Not needed any more' },
};

export const holderLabel: Labels<Exclude<Holder, 'department'>> = {
  investor: { ar: 'المستثمر', en: 'the investor' },
  outside: { ar: 'جهة خارجية', en: 'an outside body' },
};

export const planEndLabel: Labels<PlanEnd> = {
  finished: { ar: 'أكد المستثمر اكتمال إجراءاته', en: 'The investor said that all is finished' },
  withdrawn: { ar: 'عدل المستثمر عن مشروعه', en: 'The investor gave the project up' },
  'case-ended': { ar: 'انتهت المعاملة', en: 'The case ended' },
};
