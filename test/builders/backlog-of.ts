import { type Backlog, backlogFrom, firstArrival } from '#shared/domain/reports/backlog.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { tally } from '#shared/domain/reports/tally.ts';

/** Return the cases that are open at the end of a day. Later days are left out. */
export const backlogOf = (days: readonly DayFigures[], today: string): Backlog =>
  backlogFrom([tally(days.filter(({ day }) => day <= today))], { since: firstArrival(days), today });
