/** The roles of the pages. A person may have several, and then may do what any of them may. */
export const ROLES = ['administrator', 'supervisor', 'quality', 'agent', 'leader'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Return the roles of a person. The staff directory of the settings decides for everyone to whom it gives roles. All
 * others have the roles of their sign-in: the groups of the user pool, or the choice on one computer. The group
 * `administrator` always counts, so that a mistake in the directory locks no administrator out.
 */
export function rolesOf(signedIn: readonly Role[], directory: readonly Role[] = []): readonly Role[] {
  const decided: readonly Role[] = directory.length > 0 ? directory : signedIn;
  const keeps = signedIn.includes('administrator');
  return ROLES.filter((role) => decided.includes(role) || (keeps && role === 'administrator'));
}
