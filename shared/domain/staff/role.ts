/** The roles of the console. The first in this list counts for a person with several. */
export const ROLES = ['supervisor', 'agent', 'leader'] as const;
export type Role = (typeof ROLES)[number];
