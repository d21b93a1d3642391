import type { CaseType } from '#events/vocabulary.ts';
import { compareText } from '../text/compare-text.ts';
import { DAY } from '../time/instant.ts';
import type { WorkEntry, WorkKind, WorkState } from './work-entry.ts';

/** The columns by which work is sorted. `urgency`: overdue first, then priority, then deadline. */
export const WORK_ORDERS = [
  'urgency',
  'due',
  'opened',
  'priority',
  'department',
  'status',
  'assignee',
] as const;
export type WorkOrder = (typeof WORK_ORDERS)[number];

/** Mail that was set aside is beside the other work for so long, to be looked at. */
export const ASIDE_SHOWN_MS = 7 * DAY;

interface WorkFilter {
  readonly kind?: WorkKind | undefined;
  readonly department?: string | undefined;
  readonly type?: CaseType | undefined;
  readonly category?: string | undefined;
  readonly district?: string | undefined;
  readonly service?: string | undefined;
  /** 1 for urgent to 4 for low. */
  readonly rank?: number | undefined;
  readonly language?: string | undefined;
  readonly status?: string | undefined;
  /** A user, or null for work without an assignee. */
  readonly assignee?: string | null | undefined;
  /** A department that owes an answer. */
  readonly owing?: string | undefined;
  /** Overdue now, or due from now to the end of the day. */
  readonly due?: 'overdue' | 'today' | undefined;
}

export interface WorkQuery extends WorkFilter {
  readonly state: WorkState;
  /** The lists of mail set aside that are shown beside active work. */
  readonly beside: readonly WorkState[];
  readonly order: WorkOrder;
  readonly isReversed: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly now: number;
  /** The end of the local day. */
  readonly dayEndsAt: number;
}

/** The numbers of all work of a query, whatever page is shown. */
export interface WorkCounts {
  readonly shown: number;
  readonly overdue: number;
  readonly today: number;
  readonly unassigned: number;
}

export interface WorkPage {
  readonly entries: readonly WorkEntry[];
  readonly counts: WorkCounts;
  /** There is more work than is counted and listed. Missing when the counts are exact. */
  readonly isPartial?: true;
}

const isOverdue = ({ dueAt }: WorkEntry, now: number): boolean => dueAt !== undefined && dueAt < now;

const isToday = ({ dueAt }: WorkEntry, { now, dayEndsAt }: WorkQuery): boolean =>
  dueAt !== undefined && dueAt >= now && dueAt < dayEndsAt;

const isListed = ({ kind, state, endedAt = 0 }: WorkEntry, query: WorkQuery): boolean =>
  state === query.state ||
  (query.state === 'active' &&
    kind === 'set-aside' &&
    query.beside.includes(state) &&
    endedAt >= query.now - ASIDE_SHOWN_MS);

/** The filters that name the value of a column of the entry. */
export const EQUAL_FILTERS = [
  'kind',
  'department',
  'type',
  'category',
  'district',
  'service',
  'rank',
  'language',
  'status',
] as const;

const matches = (entry: WorkEntry, query: WorkQuery): boolean =>
  EQUAL_FILTERS.every((name) => query[name] === undefined || entry[name] === query[name]) &&
  (query.assignee === undefined || (entry.assignee ?? null) === query.assignee) &&
  (query.owing === undefined || (entry.owing?.includes(query.owing) ?? false)) &&
  (query.due === undefined ||
    (query.due === 'overdue' ? isOverdue(entry, query.now) : isToday(entry, query)));

type Key = (entry: WorkEntry, query: WorkQuery) => string | number | undefined;

/** The first key of an order, which can be reversed. The others follow it, always in the same direction. */
const FIRST: Readonly<Record<WorkOrder, Key>> = {
  urgency: (entry, { now }) => (isOverdue(entry, now) ? 0 : 1),
  due: ({ dueAt }) => dueAt,
  opened: ({ openedAt }) => openedAt,
  priority: ({ rank }) => rank,
  department: ({ department }) => department,
  status: ({ status }) => status,
  assignee: ({ assignee }) => assignee,
};
/** Work that ended is listed by its end, the latest first. */
const ENDED: Key = ({ endedAt }) => (endedAt === undefined ? undefined : -endedAt);
const REST: readonly Key[] = [
  ({ rank }) => rank,
  ({ dueAt }) => dueAt,
  ({ openedAt }) => openedAt,
  ({ id }) => id,
];

/** Compare two keys. A missing one is last in both directions. */
function compareKeys(a: string | number | undefined, b: string | number | undefined, sign: number): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return sign * (typeof a === 'string' ? compareText(a, String(b)) : a - Number(b));
}

function comparison(query: WorkQuery): (a: WorkEntry, b: WorkEntry) => number {
  const isByEnd = query.order === 'urgency' && query.state !== 'active';
  const keys = [isByEnd ? ENDED : FIRST[query.order], ...REST];
  return (a, b) => {
    for (const [at, key] of keys.entries()) {
      const order = compareKeys(key(a, query), key(b, query), at === 0 && query.isReversed ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/**
 * Return the first of entries in an order, sorted. A list of a hundred thousand is not sorted for one page: a sorted
 * block of the best is kept, and most entries are only compared with its last.
 */
function firstOf(
  entries: readonly WorkEntry[],
  count: number,
  compare: (a: WorkEntry, b: WorkEntry) => number,
): readonly WorkEntry[] {
  if (count === 0) return [];
  let best: WorkEntry[] = [];
  let last: WorkEntry | undefined;
  for (const entry of entries) {
    if (last !== undefined && compare(entry, last) >= 0) continue;
    best.push(entry);
    if (best.length < 2 * count) continue;
    best = best.sort(compare).slice(0, count);
    last = best.at(-1);
  }
  return best.sort(compare).slice(0, count);
}

/** Return the page of entries. A page of the second half is found from the end. */
function pageOf(entries: readonly WorkEntry[], query: WorkQuery): readonly WorkEntry[] {
  const { offset, limit } = query;
  const compare = comparison(query);
  if (offset <= entries.length / 2) return firstOf(entries, offset + limit, compare).slice(offset);
  const rest = Math.max(0, entries.length - offset);
  return firstOf(entries, rest, (a, b) => compare(b, a))
    .toReversed()
    .slice(0, limit);
}

/** Return a page of work and the counts of all of it. */
export function selectWork(entries: readonly WorkEntry[], query: WorkQuery): WorkPage {
  const found = entries.filter((entry) => isListed(entry, query) && matches(entry, query));
  const counts = { shown: found.length, overdue: 0, today: 0, unassigned: 0 };
  for (const entry of found) {
    if (isOverdue(entry, query.now)) counts.overdue += 1;
    else if (isToday(entry, query)) counts.today += 1;
    if (entry.assignee === undefined) counts.unassigned += 1;
  }
  return { entries: pageOf(found, query), counts };
}
