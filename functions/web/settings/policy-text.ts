import type { Language } from '#events/vocabulary.ts';
import type { Rung, SlaPolicy } from '#shared/domain/sla/policy.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

const ar = {
  add: 'إضافة مستوى خدمة',
  orderHint: 'تُطبَّق على كل معاملة أول قاعدة تقبلها، بالترتيب. الأخيرة تقبل كل المعاملات.',
  up: 'إلى أعلى',
  down: 'إلى أسفل',
  orderDiffers: 'تغيّر الترتيب ولم يُحفظ بعد.',
  previewOrder: 'معاينة هذا الترتيب',
  calendar: 'التقويم',
  accepts: 'تقبل',
  everything: 'كل المعاملات',
  conditions: 'الشروط',
  conditionsHint: 'قائمة بلا اختيار تقبل الكل.',
  targets: 'المدد بدقائق الدوام',
  targetsHint: 'تُترك الخانة فارغة إن لم يكن هناك موعد. اليوم سبع ساعات = 420 دقيقة.',
  pausing: 'حالات يتوقف فيها العدّ',
  final: 'حالات تنتهي فيها المعاملة',
  reopening: 'عند إعادة الفتح',
  ladder: 'مستويات التصعيد',
  ladderHint: 'تنبيه عند نسبة من المدة، ثم تجاوز عند 100%، ثم تصعيد بعد التجاوز بدقائق دوام.',
  newRung: 'مستوى تصعيد جديد',
  removeRow: 'حذف هذا المستوى',
  share: 'النسبة من المدة (%)',
  after: 'بعد التجاوز بدقائق',
  afterBreach: (amount: string) => `بعد التجاوز بمدة ${amount}`,
  everyMinutes: 'الدقائق بين مرات التكرار',
  times: 'عدد المرات',
  nameAr: 'الاسم بالعربية',
  nameEn: 'الاسم بالإنجليزية',
};

const en: typeof ar = {
  add: 'Add a service level',
  orderHint: 'The first that accepts a case holds, in this order. The last accepts every case.',
  up: 'Up',
  down: 'Down',
  orderDiffers: 'The order has changed and is not saved yet.',
  previewOrder: 'Preview this order',
  calendar: 'Calendar',
  accepts: 'Accepts',
  everything: 'every case',
  conditions: 'Conditions',
  conditionsHint: 'A list without a choice accepts everything.',
  targets: 'Targets in working minutes',
  targetsHint: 'Leave empty for no deadline. A day of seven hours is 420 minutes.',
  pausing: 'Statuses in which time stands still',
  final: 'Statuses that end a case',
  reopening: 'On reopening',
  ladder: 'Ladder of escalation',
  ladderHint:
    'A warning at a share of the target, the breach at 100%, then escalations in working minutes after it.',
  newRung: 'Another rung',
  removeRow: 'Remove this rung',
  share: 'Share of the target (%)',
  after: 'Minutes after the breach',
  afterBreach: (amount: string) => `${amount} after the breach`,
  everyMinutes: 'Minutes between repeats',
  times: 'Times',
  nameAr: 'Name in Arabic',
  nameEn: 'Name in English',
};

export const policyText: Readonly<Record<Language, typeof ar>> = { ar, en };

type Labels<K extends string> = Readonly<Record<K, Bilingual>>;

export const rungAction: Labels<Rung['action']> = {
  warn: { ar: 'تنبيه', en: 'Warning' },
  breach: { ar: 'تجاوز', en: 'Breach' },
  escalate: { ar: 'تصعيد', en: 'Escalation' },
};
export const rungTells: Labels<Rung['tell']> = {
  assignee: { ar: 'من أُسندت إليه', en: 'Assignee' },
  supervisor: { ar: 'الإشراف', en: 'Supervisor' },
  'department-head': { ar: 'مدير الإدارة', en: 'Head of department' },
  leadership: { ar: 'الإدارة العليا', en: 'Leadership' },
};
export const reopeningLabel: Labels<SlaPolicy['reopening']> = {
  'begins-again': { ar: 'تبدأ المدة من جديد', en: 'Time begins again' },
  'runs-on': { ar: 'تستمر المدة', en: 'Time runs on' },
};
export const anyClock: Bilingual = { ar: 'كل المواعيد', en: 'Every clock' };
