import type { Colleague, Rules } from '../rules.ts';

type StaffRules = Pick<Rules, 'staff' | 'assignment'>;

/** The terms by which a member of staff may take cases, as text. */
const termsOf = ({ departments, skills, languages, capacity }: Colleague): string =>
  JSON.stringify([departments.toSorted(), skills.toSorted(), languages.toSorted(), capacity]);

/**
 * Compare the staff of two settings. `listed`: new members, and those who may take other cases than before; all of
 * them when assignment by rule was switched on. `removed`: members who are not in the settings any more.
 */
export function changedStaff(
  before: StaffRules | undefined,
  after: StaffRules,
): { readonly listed: readonly string[]; readonly removed: readonly string[] } {
  const isSwitchedOn = after.assignment === 'least-loaded' && before?.assignment !== 'least-loaded';
  const listed = [...after.staff.values()].filter((one) => {
    const old = before?.staff.get(one.user);
    return isSwitchedOn || !old || termsOf(old) !== termsOf(one);
  });
  const removed = [...(before?.staff.keys() ?? [])].filter((user) => !after.staff.has(user));
  return { listed: listed.map(({ user }) => user), removed };
}
