import type { Language } from '#events/vocabulary.ts';
import { turnOf } from '#shared/domain/cases/waiting.ts';

/** Active cases of a member of staff. */
export const assignedPartition = (user: string): string => `assigned-to#${user}`;
/** Active cases of a department that wait for an assignee whom a rule chooses. */
export const waitingPartition = (department: string): string => `waiting-in#${department}`;

/** The cases of a department that the same staff may take. */
export interface WaitingClass {
  readonly category: string;
  readonly language: Language;
}

const classPrefix = ({ category, language }: WaitingClass): string => `${category}#${language}#`;

/** Build the sort value of a waiting case: by class, then by its turn. */
export const waitingSort = (supportCase: WaitingClass & Parameters<typeof turnOf>[0]): string =>
  classPrefix(supportCase) + turnOf(supportCase);

/** Return bounds of the sort values of a class. `$` is the character after `#`. */
export const boundsOfClass = (of: WaitingClass): { readonly above: string; readonly below: string } => {
  const prefix = classPrefix(of);
  return { above: prefix, below: `${prefix.slice(0, -1)}$` };
};

/** Read the class, the turn and the id of a sort value. */
export function waitingOf(sort: string): WaitingClass & { readonly turn: string; readonly id: string } {
  const [category = '', language = '', ...rest] = sort.split('#');
  return { category, language: language as Language, turn: rest.join('#'), id: rest.at(-1) ?? '' };
}
