import * as z from 'zod';
import { caseStatus, caseType, priority } from '#events/vocabulary.ts';
import { localDay, startOfDay } from '#shared/domain/reports/local-day.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { may } from '#shared/domain/staff/permissions.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { WRITTEN_LANGUAGES } from '#shared/domain/text/written-language.ts';
import { WORK_KINDS, type WorkState } from '#shared/domain/work-list/work-entry.ts';
import { WORK_ORDERS, type WorkQuery } from '#shared/domain/work-list/work-query.ts';
import { userName } from '../shell/form-fields.ts';

/** Rows of a page, and the most that a person may ask for. */
export const ROWS = [25, 50, 100] as const;
const [USUAL_ROWS] = ROWS;

/** The tabs of the list. The first holds everything that waits: cases, tasks, calls, and mail that was set aside. */
const LIST_STATES = ['all', 'active', 'resolved', 'closed', 'spam', 'machine'] as const;
type ListState = (typeof LIST_STATES)[number];

/** The tabs of a person. Machine mail is for supervisors, who alone may restore it. */
export const statesOf = ({ roles }: { readonly roles: readonly Role[] }): readonly ListState[] =>
  LIST_STATES.filter((state) => state !== 'machine' || may(roles, 'cases.supervise'));

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);
const chosen = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** The query of the list. Unknown values count as absent. */
export const listQuery = z.object({
  state: z.enum(LIST_STATES).catch('all'),
  department: z.string().max(40).catch(''),
  kind: chosen(z.enum(WORK_KINDS)),
  type: chosen(caseType),
  category: chosen(id),
  district: chosen(id),
  service: chosen(id),
  priority: chosen(priority),
  language: chosen(z.enum(WRITTEN_LANGUAGES)),
  status: chosen(caseStatus),
  mine: chosen(z.literal('1')),
  /** A user, or `-` for work without an assignee. */
  assignee: chosen(z.literal('-').or(userName)),
  due: chosen(z.enum(['overdue', 'today'])),
  sort: chosen(z.enum(WORK_ORDERS)),
  /** The reverse of the usual direction. */
  desc: chosen(z.literal('1')),
  rows: chosen(z.enum(['50', '100'])),
  /** The number of rows before the page. */
  from: chosen(z.string().regex(/^\d{1,7}$/u)),
});
export type ListQuery = z.infer<typeof listQuery>;

export const rowsOf = ({ rows }: ListQuery): number => (rows === undefined ? USUAL_ROWS : Number(rows));

/** Return the query of an address with a part changed. The page is not a part of it. */
export function queryText(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const { from: _, ...kept } = query;
  const pairs = Object.entries({ ...kept, ...change }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  return new URLSearchParams(pairs.filter(([name, value]) => name !== 'state' || value !== 'all')).toString();
}

/** Return the address of the list with a part of its query changed. */
export const listAddress = (query: ListQuery, change: Partial<ListQuery> = {}): string =>
  ['/cases', queryText(query, change)].filter((part) => part !== '').join('?');

/** Return whether a query shows less than its tab. */
export const isFiltered = ({
  state: _,
  sort: _s,
  desc: _d,
  rows: _r,
  from: _f,
  ...filters
}: ListQuery): boolean => Object.values(filters).some(Boolean);

const RANKS = priority.options;

/** The local day of an instant ends when the next one begins. */
const dayEnd = (now: number): number => startOfDay(formatDate(parseDate(localDay(now)) + 1));

/** Return the query of the store for a page of the list. */
export function workQuery(
  query: ListQuery,
  { user, roles, now }: { readonly user: string; readonly roles: readonly Role[]; readonly now: number },
): WorkQuery {
  const { state, department, priority: urgency, mine, assignee, sort = 'urgency' } = query;
  const beside: readonly WorkState[] = may(roles, 'cases.supervise') ? ['spam', 'machine'] : ['spam'];
  const { kind, type, category, district, service, language, status, due } = query;
  return {
    ...{ kind, type, category, district, service, language, status, due },
    state: state === 'all' ? 'active' : state,
    beside: state === 'all' ? beside : [],
    department: department === '' ? undefined : department,
    rank: urgency === undefined ? undefined : RANKS.indexOf(urgency) + 1,
    assignee: mine === undefined ? (assignee === '-' ? null : assignee) : user,
    order: sort,
    isReversed: query.desc !== undefined,
    offset: Number(query.from ?? 0),
    limit: rowsOf(query),
    ...{ now, dayEndsAt: dayEnd(now) },
  };
}
