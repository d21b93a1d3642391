import type { ClockName } from '#events/vocabulary.ts';
import { type Case, isActive } from '../cases/case.ts';

/** What an agent is reminded of: a promise that falls due or was missed, or a step of an investor that is late. */
export type Reminder = 'promise-near' | 'promise-missed' | 'step-late';

/** Whether a deadline of a case is a follow-up for an agent; undefined when others deal with it. */
export function reminderOf(
  { status, segment }: Case,
  clock: ClockName,
  tier: 'warned' | 'breached',
): Reminder | undefined {
  if (!isActive(status)) return undefined;
  if (clock === 'followUp') return tier === 'warned' ? 'promise-near' : 'promise-missed';
  return tier === 'breached' && clock === 'department' && segment === 'investor' ? 'step-late' : undefined;
}

const NAME: Readonly<Record<Reminder, string>> = {
  'promise-near': 'وعد لمستفيد يقترب موعده',
  'promise-missed': 'وعد لمستفيد فات موعده',
  'step-late': 'إجراء متأخر لمستثمر',
};

const DESCRIPTION: Readonly<Record<Reminder, string>> = {
  'promise-near': 'تواصل مع المستفيد قبل الموعد. A promise to a beneficiary falls due: contact them before.',
  'promise-missed': 'تواصل مع المستفيد الآن. A promise to a beneficiary was missed: contact them now.',
  'step-late':
    'الإدارة المختصة لم تجب في موعدها: تابع معها وأبلغ المستثمر. A department is late: pursue it and tell the investor.',
};

/** What agents read of it; nothing personal, that is on the case. */
export const taskWords = (reminder: Reminder, caseId: string): { name: string; description: string } => ({
  name: `${NAME[reminder]}: ${caseId}`,
  description: DESCRIPTION[reminder],
});
