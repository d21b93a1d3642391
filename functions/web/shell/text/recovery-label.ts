import type { RecoveryOutcome } from '#events/task-vocabulary.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** How a recovery ended. */
export const recoveryLabel: Readonly<Record<RecoveryOutcome, Bilingual>> = {
  settled: { ar: 'عولج الأمر', en: 'Settled' },
  'not-settled': { ar: 'لم يُعالج الأمر', en: 'Not settled' },
  declined: { ar: 'لا يرغب في التواصل', en: 'Wants no contact' },
  'wrong-matter': { ar: 'خارج اختصاص المركز', en: 'Another matter than ours' },
  'not-reached': { ar: 'تعذّر الوصول إليه', en: 'Not reached' },
  corrected: { ar: 'صحّح إجابته', en: 'Answer corrected' },
  erased: { ar: 'أُزيلت بياناته', en: 'Data erased' },
};
