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

const CALENDAR_DAY = 1440;

/** The rungs after a deadline in calendar days: as in the standard ladder, in calendar time. */
const afterCalendarDays: readonly Rung[] = [
  { clock: 'any', action: 'breach', atShare: 1, level: 1, tell: 'supervisor' },
  { clock: 'department', action: 'breach', atShare: 1, level: 1, tell: 'department-head' },
  { clock: 'any', action: 'escalate', afterBreachMinutes: CALENDAR_DAY, level: 2, tell: 'department-head' },
  {
    clock: 'resolution',
    action: 'escalate',
    afterBreachMinutes: 3 * CALENDAR_DAY,
    level: 3,
    tell: 'leadership',
    repeat: { everyMinutes: CALENDAR_DAY, times: 5 },
  },
];

const warnsBefore = (['firstResponse', 'nextResponse', 'followUp', 'department'] as const).map(
  (clock): Rung => ({ clock, action: 'warn', atShare: 0.75, tell: 'assignee' }),
);

/**
 * For deadlines of five calendar days: the assignee is warned on day 3, the supervisor of the centre on day 4, before
 * the beneficiary may turn to the national centre.
 */
export const digitalLadder: readonly Rung[] = [
  ...warnsBefore,
  { clock: 'resolution', action: 'warn', atShare: 0.6, tell: 'assignee' },
  { clock: 'resolution', action: 'warn', atShare: 0.8, tell: 'supervisor' },
  ...afterCalendarDays,
];

/** For the 30 days of the law: the assignee is warned on day 15, the supervisor of the centre on day 24. */
export const dataRequestLadder: readonly Rung[] = [
  ...warnsBefore,
  { clock: 'resolution', action: 'warn', atShare: 0.5, tell: 'assignee' },
  { clock: 'resolution', action: 'warn', atShare: 0.8, tell: 'supervisor' },
  ...afterCalendarDays,
];
