import type { ObstacleKind } from '#events/investor-vocabulary.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** The names of the obstacles of investors. */
export const obstacleLabel: Readonly<Record<ObstacleKind, Bilingual>> = {
  'missing-documents': { ar: 'مستندات ناقصة من المستثمر', en: 'Documents missing from the investor' },
  'unpaid-fees': { ar: 'رسوم لم تُسدَّد', en: 'Fees not paid' },
  'late-department': { ar: 'تأخر الإدارة', en: 'The department is late' },
  'waits-for-department': { ar: 'بانتظار إدارة أخرى', en: 'Waits for another department' },
  'outside-body': { ar: 'بانتظار جهة خارجية', en: 'Waits for an outside body' },
  'unclear-requirements': { ar: 'اشتراطات غير واضحة', en: 'Unclear requirements' },
  'site-conflict': { ar: 'عائق في الموقع', en: 'A conflict on the site' },
  'system-fault': { ar: 'عطل تقني', en: 'A fault of a system' },
  other: { ar: 'عائق آخر', en: 'Other obstacle' },
};
