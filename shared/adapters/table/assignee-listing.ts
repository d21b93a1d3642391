import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { WaitingCase } from '#shared/domain/cases/waiting.ts';
import type { Page, PageRequest } from '#shared/ports/store.ts';
import { assignedPartition, boundsOfClass, waitingOf, waitingPartition } from './assignee-sort.ts';
import { type IndexReader, statePage } from './listing.ts';

/** Return the active cases of a member of staff: the most urgent first, then the oldest. */
export const assignedTo = (reader: IndexReader, user: string, page: PageRequest): Promise<Page<Case>> =>
  statePage<'case'>(
    reader,
    { index: 'assignee', partitions: [assignedPartition(user)], order: 'ascending' },
    page,
    ({ assignee, status, erased }) => assignee === user && isActive(status) && !erased,
  );

async function first(
  reader: IndexReader,
  department: string,
  bounds: { readonly above?: string; readonly below?: string },
): Promise<WaitingCase | undefined> {
  const [found] = await reader.positions({
    ...{ index: 'assignee', partition: waitingPartition(department), order: 'ascending', limit: 1 },
    ...bounds,
  });
  return found && { department, ...waitingOf(found.sort) };
}

/**
 * Return the first waiting case of each class of a department. One query for each class of which a case waits,
 * and one more, however many cases wait.
 */
export async function firstWaiting(reader: IndexReader, department: string): Promise<WaitingCase[]> {
  const found: WaitingCase[] = [];
  for (let next = await first(reader, department, {}); next; ) {
    found.push(next);
    next = await first(reader, department, { above: boundsOfClass(next).below });
  }
  return found;
}

/** Return the waiting case of the same class and department after a case. */
export const nextWaiting = (reader: IndexReader, after: WaitingCase): Promise<WaitingCase | undefined> => {
  const { above, below } = boundsOfClass(after);
  return first(reader, after.department, { above: above + after.turn, below });
};
