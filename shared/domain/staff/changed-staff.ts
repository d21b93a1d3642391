import type { Colleague, Rules } from '../rules.ts';
import { worksCases } from './choose-assignee.ts';

type StaffRules = Pick<Rules, 'staff' | 'assignment'>;

/** The terms by which a member of staff may take cases, as text. */
const termsOf = ({ departments, skills, languages, capacity }: Colleague): string =>
  JSON.stringify([departments.toSorted(), skills.toSorted(), languages.toSorted(), capacity]);

/** Return the members of staff whose role is to work on cases. */
const workers = (rules: StaffRules | undefined): ReadonlyMap<string, Colleague> =>
  new Map([...(rules?.staff ?? [])].filter(([, one]) => worksCases(one)));

/**
 * Compare the staff of two settings. `listed`: new members, and those who may take other cases than before; all of
 * them when assignment by rule was switched on. `removed`: members who are not in the settings any more, and those
 * whose new role works on no cases. Members with such a role count as if they were not in the settings.
 */
export function changedStaff(
  before: StaffRules | undefined,
  after: StaffRules,
): { readonly listed: readonly string[]; readonly removed: readonly string[] } {
  const isSwitchedOn = after.assignment === 'least-loaded' && before?.assignment !== 'least-loaded';
  const [then, now] = [workers(before), workers(after)];
  const listed = [...now.values()].filter((one) => {
    const old = then.get(one.user);
    return isSwitchedOn || !old || termsOf(old) !== termsOf(one);
  });
  const removed = [...then.keys()].filter((user) => !now.has(user));
  return { listed: listed.map(({ user }) => user), removed };
}
