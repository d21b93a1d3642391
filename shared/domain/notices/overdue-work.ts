import type { OverdueWork } from '#events/vocabulary.ts';
import type { Rules } from '../rules.ts';
import type { CompiledCalendar } from '../sla/compile.ts';
import { nextOpening } from '../sla/openings.ts';
import type { Audience, SlaPolicy } from '../sla/policy.ts';
import { elapsed } from '../sla/working-time.ts';
import { formatInZone, readInZone } from '../sla/zoned-time.ts';
import { DAY, isoInstant, MINUTE } from '../time/instant.ts';
import { isTask, WORK_KINDS, type WorkEntry, type WorkKind } from '../work-list/work-entry.ts';
import type { WorkQuery } from '../work-list/work-query.ts';
import { afterQuiet } from './quiet-hours.ts';
import type { Reader } from './reader.ts';

/** The least age of each group of overdue work, in days. The oldest group is first. */
export const OVERDUE_DAYS = [28, 14, 7, 1, 0] as const;

/** Most pieces of overdue work that one mail lists. Further ones are only counted. */
const MOST_OVERDUE = 40;

/** The kinds of work that have a deadline of a beneficiary. Outgoing calls are planned, not owed. */
const CASES = ['case', 'task', 'touch'] as const satisfies readonly WorkKind[];
/** Tasks of staff beside cases. Only their owners and the supervisor may open them. */
export const TASKS = WORK_KINDS.filter(isTask);

/** The overdue work of a reader: its kinds, due before an instant, of a department, of an assignee (null for none). */
export interface OverdueShare {
  readonly kinds: readonly WorkKind[];
  readonly dueBefore: number;
  readonly department?: string;
  readonly assignee?: string | null;
}

type ShareRules = Pick<Rules, 'policies' | 'calendars' | 'desk' | 'departments' | 'staff'>;

/** Work that is overdue for longer than this is owned by each audience that the ladder reaches. */
const LONGEST = 1000 * DAY;
/** The accuracy of the instant from which an audience owns overdue work. */
const STEP = MINUTE;

/** Working milliseconds after a breach until a policy tells an audience. Return undefined when it never does. */
function notifiedAfter({ ladder }: SlaPolicy, audience: Audience): number | undefined {
  const after = ladder
    .filter(({ tell }) => tell === audience)
    .map((rung) => ('afterBreachMinutes' in rung ? rung.afterBreachMinutes * MINUTE : 0));
  return after.length === 0 ? undefined : Math.min(...after);
}

/** Return the last instant from which at least `duration` was worked until `now`. */
function workedBefore(calendar: CompiledCalendar, duration: number, now: number): number {
  let [early, late] = [now - LONGEST, now];
  if (duration === 0) return now;
  while (late - early > STEP) {
    const middle = Math.floor((early + late) / 2);
    if (elapsed(calendar, middle, now) >= duration) early = middle;
    else late = middle;
  }
  return early;
}

/**
 * Return the instant before which work must have been due so that a ladder has told an audience. With several
 * policies it is that of the one that tells first. Return undefined when no policy tells the audience.
 */
function reachedBefore(audience: Audience, rules: ShareRules, now: number): number | undefined {
  const reached = rules.policies.flatMap((policy) => {
    const after = notifiedAfter(policy, audience);
    const calendar = rules.calendars.get(policy.calendarId) ?? rules.desk.calendar;
    return after === undefined ? [] : [workedBefore(calendar, after, now)];
  });
  return reached.length === 0 ? undefined : Math.max(...reached);
}

/**
 * Return the share of the overdue work that a reader is reminded of. An agent owns their cases, a department
 * those without an assignee, its head and the leadership those that a ladder has brought to them, and the
 * supervisor all, so that no overdue work is without a reader.
 */
export function shareOf(reader: string, rules: ShareRules, now: number): OverdueShare | undefined {
  const [kind, id = ''] = [reader.split(':', 1)[0], reader.slice(reader.indexOf(':') + 1)];
  if (kind === 'user') return { kinds: [...CASES, ...TASKS], dueBefore: now, assignee: id };
  if (kind === 'department') return { kinds: CASES, dueBefore: now, department: id, assignee: null };
  if (reader === 'supervisor') return { kinds: [...CASES, ...TASKS], dueBefore: now };
  const dueBefore = reachedBefore(kind === 'head' ? 'department-head' : 'leadership', rules, now);
  if (dueBefore === undefined) return undefined;
  return kind === 'head' ? { kinds: CASES, dueBefore, department: id } : { kinds: CASES, dueBefore };
}

/** Return the readers that own some of these pieces of overdue work. */
export function ownersOf(entries: readonly WorkEntry[], rules: ShareRules, now: number): readonly Reader[] {
  const [head, leadership] = [
    reachedBefore('department-head', rules, now),
    reachedBefore('leadership', rules, now),
  ];
  const owners = entries.flatMap(({ kind, department = '', assignee, dueAt = now }): Reader[] => [
    ...(assignee !== undefined && rules.staff.has(assignee) ? ([`user:${assignee}`] as const) : []),
    ...(isTask(kind) ? [] : ofCase(department, assignee, dueAt)),
  ]);
  return [...new Set(owners)];
  function ofCase(department: string, assignee: string | undefined, dueAt: number): Reader[] {
    return [
      ...(assignee === undefined ? ([`department:${department}`] as const) : []),
      ...(head !== undefined && dueAt < head ? ([`head:${department}`] as const) : []),
      ...(leadership !== undefined && dueAt < leadership ? (['leadership'] as const) : []),
    ];
  }
}

/** Build the query of the open tasks beside cases. Only its count is read. */
export const openTasksQuery = (kind: WorkKind, now: number): WorkQuery => ({
  ...{ state: 'active', beside: [], order: 'due', isReversed: false, offset: 0, limit: 0 },
  ...{ kind, now, dayEndsAt: now },
});

/** Build the query of the overdue work of a share, oldest first. Its count is `shown`. */
export const overdueQuery = (
  { dueBefore, department, assignee }: Omit<OverdueShare, 'kinds'>,
  kind: WorkKind,
  limit: number,
): WorkQuery => ({
  ...{ state: 'active', beside: [], order: 'due', isReversed: false, offset: 0, limit },
  ...{ kind, department, assignee, due: 'overdue', now: dueBefore, dayEndsAt: dueBefore },
});

/**
 * Sum up overdue work by age.
 * @param olderThan for each of `OVERDUE_DAYS`, the number of pieces that are at least so old
 * @param oldest the oldest pieces
 * @param more how many of the pieces are tasks, and whether there may be more than is counted
 * @returns undefined when nothing is overdue
 */
export function sumOverdue(
  olderThan: readonly number[],
  oldest: readonly WorkEntry[],
  { tasks, isPartial }: { readonly tasks: number; readonly isPartial: boolean },
): OverdueWork | undefined {
  const count = olderThan.at(-1) ?? 0;
  if (count === 0) return undefined;
  const byAge = OVERDUE_DAYS.map((days, at) => ({
    days,
    count: (olderThan[at] ?? 0) - (at === 0 ? 0 : (olderThan[at - 1] ?? 0)),
  }));
  return {
    count,
    byAge: byAge.filter((group) => group.count > 0),
    oldest: [...oldest]
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
      .slice(0, MOST_OVERDUE)
      .map(({ id, kind, dueAt = 0 }) => ({
        ...{ case: id, dueAt: isoInstant(dueAt) },
        ...(isTask(kind) && { kind }),
      })),
    ...(tasks > 0 && { tasks }),
    ...(isPartial && { isPartial: true as const }),
  };
}

/**
 * Return when a reader is reminded of overdue work: when the centre opens on a later day, and not in quiet hours.
 */
export function nextReminder({ desk, escalation }: Pick<Rules, 'desk' | 'escalation'>, now: number): number {
  const { zone } = desk.calendar.calendar;
  const today = formatInZone(zone, now).slice(0, 10);
  const tomorrow = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10);
  const opens = nextOpening(desk.calendar, readInZone(zone, `${tomorrow}T00:00`));
  return afterQuiet(opens, escalation.quietHours, zone);
}
