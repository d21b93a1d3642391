import type { Case } from '#shared/domain/cases/case.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { isCall, isTask, type WorkEntry } from '#shared/domain/work-list/work-entry.ts';
import type { WorkCounts } from '#shared/domain/work-list/work-query.ts';
import type { DeskStore } from '#shared/ports/desk-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { type ListQuery, workQuery } from './list-query.ts';

/** A row of the list: a case, a call that somebody was promised, or a task of staff. */
export type ListRow =
  | { readonly is: 'case'; readonly case: Case; readonly news?: 'new' | 'unread' | undefined }
  | { readonly is: 'call'; readonly call: CallOut }
  | { readonly is: 'task'; readonly task: Task };

export interface CaseList {
  readonly rows: readonly ListRow[];
  readonly counts: WorkCounts;
  /** There is more work than is counted. Missing when the counts are exact. */
  readonly isPartial?: true;
  /** The number of rows before this page. */
  readonly from: number;
}

interface ListDeps {
  readonly store: Store;
  readonly desk: DeskStore;
  readonly rules: Rules;
  readonly now: number;
}

interface Person {
  readonly user: string;
  readonly roles: readonly Role[];
}

/**
 * Return whether a case has words of its beneficiary that a person has not seen, or was never opened by them. Those of
 * a case that somebody else has are theirs to read.
 */
function newsOf({ heardAt, openedAt, assignee }: Case, seenAt: number | undefined, user: string) {
  if (assignee !== undefined && assignee !== user) return undefined;
  if (seenAt === undefined) return 'new';
  return seenAt < (heardAt ?? openedAt) ? 'unread' : undefined;
}

/** Read the states of entries, in their order. A state that is gone is left out. */
async function rowsOf(
  { store, desk }: ListDeps,
  entries: readonly WorkEntry[],
  { user, roles }: Person,
): Promise<ListRow[]> {
  const hidden = hiddenFrom(roles);
  const cases = entries.filter(({ kind }) => !isCall(kind) && !isTask(kind)).map(({ id }) => id);
  const [seen, rows] = await Promise.all([
    desk.seenAt(user, cases),
    Promise.all(
      entries.map(async ({ kind, id }) =>
        isCall(kind)
          ? ({ is: 'call', call: await store.load('call-out', id, 0) } as const)
          : isTask(kind)
            ? ({ is: 'task', task: await store.load('task', id, 0) } as const)
            : ({ is: 'case', case: await store.load('case', id, 0) } as const),
      ),
    ),
  ]);
  return rows.flatMap((row): ListRow[] => {
    if (row.is === 'call') return row.call ? [{ is: 'call', call: row.call }] : [];
    if (row.is === 'task') return row.task ? [{ is: 'task', task: row.task }] : [];
    const { case: found } = row;
    if (!found) return [];
    const news = newsOf(found, seen.get(found.id), user);
    return [{ is: 'case', case: maskedCase(found, hidden), news }];
  });
}

/** Return one page of work with the counts of all of it. */
export async function listCases(
  deps: ListDeps,
  query: ListQuery,
  { user, roles }: Person,
): Promise<CaseList> {
  const { store, rules, now } = deps;
  const wanted = rules.departments.has(query.department) ? query : { ...query, department: '' };
  const asked = workQuery(wanted, { user, roles, now });
  const { entries, ...rest } = await store.work([...rules.departments.keys()], asked);
  return { rows: await rowsOf(deps, entries, { user, roles }), ...rest, from: asked.offset };
}

/** The entries that are read at a time to find the one after a case. */
const AT_ONCE = 500;

/**
 * Return the case after another one in a list. A case that is not in the list any more, such as one that was just
 * resolved, is followed by the first.
 */
export async function nextCase(
  { store, rules, now }: Omit<ListDeps, 'desk'>,
  query: ListQuery,
  { user, roles, after }: Person & { readonly after: string },
): Promise<string | undefined> {
  const asked = { ...workQuery(query, { user, roles, now }), limit: AT_ONCE };
  let first: string | undefined;
  let isPassed = false;
  for (let offset = 0; ; offset += AT_ONCE) {
    const { entries } = await store.work([...rules.departments.keys()], { ...asked, offset });
    for (const { id, kind } of entries) {
      if (isCall(kind) || isTask(kind)) continue;
      if (isPassed) return id;
      if (id === after) isPassed = true;
      else first ??= id;
    }
    if (entries.length < AT_ONCE) return first;
  }
}
