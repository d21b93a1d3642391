import type { Colleague } from '../rules.ts';
import { tieBreak } from '../staff/choose-assignee.ts';
import type { Role } from '../staff/role.ts';

/** The conditions for the owner of a task. */
export interface OwnerWanted {
  /** Id of the task. It breaks ties, so that a repeated choice is the same. */
  readonly id: string;
  /** The owner has one of these roles in the staff directory. */
  readonly roles: readonly Role[];
  /** User names that may not own it, because they handled the matter. */
  readonly not: ReadonlySet<string>;
}

/** The state of the staff, by user name. */
export interface StaffLoad {
  readonly absent: ReadonlySet<string>;
  /** Number of pieces of work. A missing one has none. */
  readonly load: ReadonlyMap<string, number>;
}

/** Return the members of staff who may own a task, whether they are present or not. */
export const ownersFor = (
  { roles, not }: Omit<OwnerWanted, 'id'>,
  staff: Iterable<Colleague>,
): readonly Colleague[] =>
  [...staff].filter((one) => !not.has(one.user) && (one.roles ?? []).some((role) => roles.includes(role)));

/**
 * Choose the owner of a task: a present member of staff with the least work. Return undefined when all with the
 * role are away or handled the matter.
 */
export function chooseOwner(
  wanted: OwnerWanted,
  staff: Iterable<Colleague>,
  { absent, load }: StaffLoad,
): string | undefined {
  const loadOf = (user: string): number => load.get(user) ?? 0;
  const [chosen] = ownersFor(wanted, staff)
    .map(({ user }) => user)
    .filter((user) => !absent.has(user))
    .sort(
      (a, b) =>
        loadOf(a) - loadOf(b) || tieBreak(wanted.id + a) - tieBreak(wanted.id + b) || (a < b ? -1 : 1),
    );
  return chosen;
}
