import type { Rung } from '../policy.ts';

const WORKING_DAY = 420;

/**
 * Warn who works on it in time, say it when late, then go one step up until somebody acts; leadership is told five
 * times at most. A department that owes an answer is reminded through its head at once.
 */
export const standardLadder: readonly Rung[] = [
  { clock: 'any', action: 'warn', atShare: 0.75, tell: 'assignee' },
  { clock: 'any', action: 'breach', atShare: 1, level: 1, tell: 'supervisor' },
  { clock: 'department', action: 'breach', atShare: 1, level: 1, tell: 'department-head' },
  { clock: 'any', action: 'escalate', afterBreachMinutes: WORKING_DAY, level: 2, tell: 'department-head' },
  {
    clock: 'resolution',
    action: 'escalate',
    afterBreachMinutes: 3 * WORKING_DAY,
    level: 3,
    tell: 'leadership',
    repeat: { everyMinutes: WORKING_DAY, times: 5 },
  },
];
