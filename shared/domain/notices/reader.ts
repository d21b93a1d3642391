import type { Audience } from '#events/vocabulary.ts';
import type { Colleague, Rules } from '../rules.ts';

/** The reader of a digest. It is also the digest's id. */
export type Reader =
  | 'supervisor'
  | 'leadership'
  | `head:${string}`
  | `department:${string}`
  | `user:${string}`;

type ReaderRules = Pick<Rules, 'staff' | 'departments' | 'audiences' | 'desk'>;

/** Return the reader for a member of staff, or undefined when the settings do not list the user. */
export const readerOfUser = (user: string, { staff }: ReaderRules): Reader | undefined =>
  staff.has(user) ? `user:${user}` : undefined;

/** Return the reader for an audience. When the assignee is not in the settings, use the department. */
export function readerOf(
  audience: Audience,
  { department, assignee }: { readonly department: string; readonly assignee?: string | undefined },
  rules: ReaderRules,
): Reader {
  if (audience === 'department-head') return `head:${department}`;
  if (audience !== 'assignee') return audience;
  return (assignee === undefined ? undefined : readerOfUser(assignee, rules)) ?? `department:${department}`;
}

/** Return the member of staff who is a reader. Undefined for an address of many, and for a removed user. */
export const staffOfReader = (reader: string, { staff }: Pick<Rules, 'staff'>): Colleague | undefined =>
  reader.startsWith('user:') ? staff.get(reader.slice('user:'.length)) : undefined;

/**
 * Return the mail address of a reader. A department that was removed from the settings is replaced by the
 * fallback department.
 */
export function addressOfReader(
  reader: string,
  { staff, departments, audiences, desk }: ReaderRules,
): string {
  const [kind, id = ''] = [reader.slice(0, reader.indexOf(':')), reader.slice(reader.indexOf(':') + 1)];
  const owner = departments.get(id) ?? departments.get(desk.fallbackDepartment);
  if (kind === 'user') return staff.get(id)?.email ?? audiences.supervisor;
  if (kind === 'head') return owner?.headEmail ?? audiences.supervisor;
  if (kind === 'department') return owner?.email ?? audiences.supervisor;
  return reader === 'leadership' ? audiences.leadership : audiences.supervisor;
}
