import type { Colleague } from '../rules.ts';

/**
 * Return the one user name of a person, whichever name a system uses: the user pool and Connect know people by
 * their e-mail address, the settings by their `user`. A name that the settings do not have stays as it is, in
 * lower case for an address.
 */
export function userOf(staff: ReadonlyMap<string, Pick<Colleague, 'user' | 'email'>>, name: string): string {
  if (staff.has(name)) return name;
  const wanted = name.toLowerCase();
  const same = (text: string): boolean => text.toLowerCase() === wanted;
  const colleagues = [...staff.values()];
  const byUser = colleagues.filter(({ user }) => same(user));
  const found = byUser.length > 0 ? byUser : colleagues.filter(({ email }) => same(email));
  // Two people with one address: neither may act as the other.
  const [only] = found.length === 1 ? found : [];
  return only?.user ?? (name.includes('@') ? wanted : name);
}
