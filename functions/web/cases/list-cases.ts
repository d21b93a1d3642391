import * as z from 'zod';
import { caseType, priority } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { WRITTEN_LANGUAGES } from '#shared/domain/text/written-language.ts';
import type { QueueState, Store } from '#shared/ports/store.ts';
import { dueState } from '../shell/due.ts';
import { heldQueue, urgencyQueue } from './urgency-queue.ts';

const ROWS = 25;
/** Maximum number of cases read for one page. A larger count is shown with a plus sign. */
const LOOKED_AT = 200;

/** The tabs of the list. */
export const LIST_STATES = ['active', 'resolved', 'closed', 'spam', 'machine'] as const;

/** The tabs of an agent. Machine mail is for supervisors, who alone may restore it. */
export const statesOf = ({ role }: { readonly role: Role }): readonly (typeof LIST_STATES)[number][] =>
  LIST_STATES.filter((state) => state !== 'machine' || role === 'supervisor');

/** The query of the list. Unknown values count as absent. */
export const listQuery = z.object({
  state: z.enum(LIST_STATES).catch('active'),
  department: z.string().max(40).catch(''),
  type: caseType.optional().catch(undefined),
  priority: priority.optional().catch(undefined),
  language: z.enum(WRITTEN_LANGUAGES).optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  from: z.string().max(20_000).optional().catch(undefined),
});
export type ListQuery = z.infer<typeof listQuery>;

export interface Counts {
  readonly shown: number;
  readonly overdue: number;
  readonly near: number;
  readonly unassigned: number;
  /** There are more cases than were read. */
  readonly more: boolean;
}

export interface CaseList {
  readonly rows: readonly Case[];
  /** Present only on the first page. */
  readonly counts?: Counts;
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

/** Closing reasons with a tab of their own. */
const ASIDE = { spam: 'spam', machine: 'machine-mail' } as const;
const ASIDE_REASONS: readonly (string | undefined)[] = Object.values(ASIDE);

/** Spam and machine mail are closed like other cases, but have their own tabs. */
function isOfState({ closing }: Case, state: ListQuery['state']): boolean {
  if (state === 'spam' || state === 'machine') return closing?.reason === ASIDE[state];
  return state !== 'closed' || !ASIDE_REASONS.includes(closing?.reason);
}

const matches = (
  supportCase: Case,
  { state, type, priority, language, mine, department }: ListQuery,
  user: string,
): boolean =>
  isOfState(supportCase, state) &&
  (department === '' || supportCase.department === department) &&
  (type === undefined || supportCase.type === type) &&
  (priority === undefined || supportCase.priority === priority) &&
  (language === undefined || (supportCase.writtenIn ?? supportCase.language) === language) &&
  (mine === undefined || supportCase.assignee === user);

function count(cases: readonly Case[], rules: Rules, now: number, more: boolean): Counts {
  const tones = cases.map((supportCase) => dueState(supportCase, rules, now).tone);
  return {
    shown: cases.length,
    overdue: tones.filter((tone) => tone === 'overdue').length,
    near: tones.filter((tone) => tone === 'near').length,
    unassigned: cases.filter(({ assignee }) => assignee === undefined).length,
    more,
  };
}

/** Return one page of cases by urgency; on the first page also the counts of the queue. */
export async function listCases(
  { store, rules, now }: { store: Store; rules: Rules; now: number },
  query: ListQuery,
  user: string,
): Promise<CaseList> {
  const departmentExists = rules.departments.has(query.department);
  const wanted = { ...query, department: departmentExists ? query.department : '' };
  const departments = departmentExists ? [query.department] : [...rules.departments.keys()];
  const state: QueueState = query.state === 'spam' || query.state === 'machine' ? 'closed' : query.state;
  const queue =
    query.mine !== undefined && state === 'active'
      ? await heldQueue(store, user, query.from)
      : urgencyQueue(store, departments, state, query.from);
  const found: Case[] = [];
  let next: string | undefined;
  let looked = 0;
  const enough = () => (query.from !== undefined || state !== 'active' ? next !== undefined : false);
  for (; looked < LOOKED_AT && !enough(); looked += 1) {
    const place = queue.place();
    const one = await queue.next();
    if (!one) break;
    if (!matches(one, wanted, user)) continue;
    if (found.length === ROWS) next ??= place;
    found.push(one);
  }
  const more = looked === LOOKED_AT;
  // The reading limit was reached with few matches: end the page early and continue at this place.
  if (more && next === undefined) next = queue.place();
  const first = query.from === undefined && state === 'active';
  return {
    rows: found.slice(0, ROWS),
    ...(first && { counts: count(found, rules, now, more) }),
    ...(next !== undefined && { next }),
  };
}
