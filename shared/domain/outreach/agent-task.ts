import type { ClockName } from '#events/vocabulary.ts';
import { type Case, isActive } from '../cases/case.ts';

/** Reason for an agent's task: a promise that is near or missed, or a late step of an investor. */
export type Reminder = 'promise-near' | 'promise-missed' | 'step-late';

/** Return true when a deadline may need a task. Most do not, whatever their case is. */
export const mayNeedTask = (clock: ClockName, tier: 'warned' | 'breached'): boolean =>
  clock === 'followUp' || (clock === 'department' && tier === 'breached');

/** Return the agent's task for a deadline of a case, or undefined when the deadline needs no task. */
export function reminderOf(
  { status, segment }: Case,
  clock: ClockName,
  tier: 'warned' | 'breached',
): Reminder | undefined {
  if (!isActive(status) || !mayNeedTask(clock, tier)) return undefined;
  if (clock === 'followUp') return tier === 'warned' ? 'promise-near' : 'promise-missed';
  return segment === 'investor' ? 'step-late' : undefined;
}

const NAME: Readonly<Record<Reminder, string>> = {
  'promise-near': 'وعد لمستفيد يقترب موعده',
  'promise-missed': 'وعد لمستفيد فات موعده',
  'step-late': 'إجراء متأخر لمستثمر',
};

const DESCRIPTION: Readonly<Record<Reminder, string>> = {
  'promise-near':
    'يلزم التواصل مع المستفيد قبل الموعد. A promise to a beneficiary falls due: contact them before.',
  'promise-missed': 'يلزم التواصل مع المستفيد الآن. A promise to a beneficiary was missed: contact them now.',
  'step-late':
    'الإدارة المختصة لم تجب في موعدها: تلزم متابعتها وإبلاغ المستثمر. A department is late: pursue it and tell the investor.',
};

/** Build the text of the task. It has no personal data, which agents see on the case. */
export const taskText = (reminder: Reminder, caseId: string): { name: string; description: string } => ({
  name: `${NAME[reminder]}: ${caseId}`,
  description: DESCRIPTION[reminder],
});
