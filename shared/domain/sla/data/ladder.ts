import type { Rung } from '../policy.ts';

const WORKING_DAY = 420;

/**
 * Warn the assignee in time, report the breach to the supervisor, then escalate step by step. Leadership is
 * notified five times at most. A late department is reported to its head at once.
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
