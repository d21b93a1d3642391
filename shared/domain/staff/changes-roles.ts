import type { Colleague } from '../rules.ts';
import { userOf } from './user-of.ts';

type Member = Pick<Colleague, 'user' | 'email' | 'roles'>;

/**
 * Check whether two staff directories give a person other roles: by another list of roles, by an added or removed
 * entry, or because a sign-in name or an address belongs to another entry.
 */
export function changesRoles(before: readonly Member[], after: readonly Member[]): boolean {
  const [old, next] = [before, after].map((staff) => new Map(staff.map((one) => [one.user, one])));
  const rolesIn = (staff: ReadonlyMap<string, Member> | undefined, name: string): string =>
    [...(staff?.get(userOf(staff, name))?.roles ?? [])].sort().join();
  const names = new Set([...before, ...after].flatMap(({ user, email }) => [user, email]));
  return [...names].some((name) => rolesIn(old, name) !== rolesIn(next, name));
}
