import { type OwedTicket, requestPath, requestToken } from '#shared/application/tokens/department-token.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { DepartmentsDeps } from './departments-deps.ts';
import type { OwedRow } from './owed-page.ts';

/** Cases on one page. A department that owes more has to answer these first. */
const MOST_CASES = 100;

/** Return the open requests of a department, the earliest due first. Their links expire with that of the list. */
export async function owedBy(
  { store, clock, keys }: Pick<DepartmentsDeps, 'store' | 'clock' | 'keys'>,
  rules: Rules,
  { department, expiresAt }: OwedTicket,
): Promise<{ readonly rows: readonly OwedRow[]; readonly beyond: number }> {
  const now = clock.now();
  const { entries, counts } = await store.work([...rules.departments.keys()], {
    ...{ state: 'active', beside: [], order: 'due', isReversed: false, owing: department },
    ...{ offset: 0, limit: MOST_CASES, now, dayEndsAt: now },
  });
  const cases = await Promise.all(entries.map(({ id }) => store.load('case', id, 0)));
  const open = cases.flatMap((one) =>
    (one?.requests ?? []).flatMap((request) =>
      one && request.department === department && !request.ended
        ? [{ reference: one.id as string, category: one.category, request }]
        : [],
    ),
  );
  const rows = await Promise.all(
    open.map(async (row) => {
      const token = await requestToken(keys, {
        reference: row.reference,
        question: row.request.id,
        expiresAt,
      });
      return { ...row, link: requestPath(token) };
    }),
  );
  return {
    rows: rows.sort((a, b) => a.request.dueAt - b.request.dueAt),
    beyond: Math.max(0, counts.shown - entries.length),
  };
}
