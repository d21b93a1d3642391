import type { Audience } from '#events/vocabulary.ts';
import type { Rules } from '../rules.ts';

/** Who reads a digest: its id. */
export type Reader =
  | 'supervisor'
  | 'leadership'
  | `head:${string}`
  | `department:${string}`
  | `user:${string}`;

type Known = Pick<Rules, 'staff' | 'departments' | 'audiences' | 'desk'>;

/** A member of staff, when the settings know where they read their mail. */
export const readerOfUser = (user: string, { staff }: Known): Reader | undefined =>
  staff.has(user) ? `user:${user}` : undefined;

/** Whom an audience stands for. An assignee whose address nobody knows is reached through the department. */
export function readerOf(
  audience: Audience,
  { department, assignee }: { readonly department: string; readonly assignee?: string | undefined },
  rules: Known,
): Reader {
  if (audience === 'department-head') return `head:${department}`;
  if (audience !== 'assignee') return audience;
  return (assignee === undefined ? undefined : readerOfUser(assignee, rules)) ?? `department:${department}`;
}

/** Where a reader reads mail; a department that is no more is that which takes what nobody else does. */
export function addressOfReader(reader: string, { staff, departments, audiences, desk }: Known): string {
  const [kind, id = ''] = [reader.slice(0, reader.indexOf(':')), reader.slice(reader.indexOf(':') + 1)];
  const owner = departments.get(id) ?? departments.get(desk.fallbackDepartment);
  if (kind === 'user') return staff.get(id)?.email ?? audiences.supervisor;
  if (kind === 'head') return owner?.headEmail ?? audiences.supervisor;
  if (kind === 'department') return owner?.email ?? audiences.supervisor;
  return reader === 'leadership' ? audiences.leadership : audiences.supervisor;
}
