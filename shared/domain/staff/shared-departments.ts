import type { Rules } from '../rules.ts';
import { worksCases } from './choose-assignee.ts';

/**
 * Return departments, and those that compete with them for a member of staff, directly or through others. Waiting
 * cases of all of them are served in one order.
 */
export function sharedDepartments(
  { staff }: Pick<Rules, 'staff'>,
  departments: Iterable<string>,
): Set<string> {
  const found = new Set(departments);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const colleague of staff.values())
      if (worksCases(colleague) && colleague.departments.some((one) => found.has(one)))
        for (const one of colleague.departments) found.add(one);
  }
  return found;
}
