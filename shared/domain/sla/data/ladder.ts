import type { Rung } from '../policy.ts';

const WORKING_DAY = 420;

/** Warn in time, say it when late, then go one step up until somebody acts; leadership is told five times at most. */
export const standardLadder: readonly Rung[] = [
  { clock: 'any', action: 'warn', atShare: 0.75, tell: 'supervisor' },
  { clock: 'any', action: 'breach', atShare: 1, level: 1, tell: 'supervisor' },
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
