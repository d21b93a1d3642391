import type { Language } from '#events/vocabulary.ts';
import type { Colleague } from '../rules.ts';
import { may } from './permissions.ts';

/** A case that needs an assignee. */
export interface Unassigned {
  readonly id: string;
  readonly department: string;
  readonly category: string;
  readonly language: Language;
}

/** Number of active cases of each member of staff, by user name. */
export type Load = ReadonlyMap<string, number>;

/**
 * Hash a text (FNV-1a). It breaks ties: equal candidates share a burst of cases, and the choice is
 * repeatable.
 */
export function tieBreak(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return hash;
}

/**
 * Return whether the role of a member of staff is to work on cases. The directory decides. Of a member without roles
 * there, only the sign-in knows them, so that cases may be theirs.
 */
export const worksCases = ({ roles = [] }: Pick<Colleague, 'roles'>): boolean =>
  roles.length === 0 || may(roles, 'cases.work');

/** Return true when a member of staff may take a case: by role, department, language and category. */
export const mayTake = (
  { departments, languages, skills, roles }: Colleague,
  { department, category, language }: Omit<Unassigned, 'id'>,
): boolean =>
  worksCases({ roles }) &&
  departments.includes(department) &&
  languages.includes(language) &&
  (skills.length === 0 || skills.includes(category));

/**
 * Choose the assignee of a case. Candidates work on cases, belong to the department, speak the language, are
 * present and have spare capacity. Candidates skilled in the category come first, then the least loaded. Return
 * undefined when there is no candidate.
 */
export function chooseAssignee(
  unassigned: Unassigned,
  staff: Iterable<Colleague>,
  load: Load,
  absent: ReadonlySet<string>,
): string | undefined {
  const { id, category } = unassigned;
  const loadOf = ({ user }: Colleague): number => load.get(user) ?? 0;
  const candidates = [...staff].filter(
    (one) => mayTake(one, unassigned) && !absent.has(one.user) && loadOf(one) < one.capacity,
  );
  const skilled = candidates.filter(({ skills }) => skills.includes(category));
  const [chosen] = (skilled.length > 0 ? skilled : candidates).sort(
    (a, b) =>
      loadOf(a) - loadOf(b) || tieBreak(id + a.user) - tieBreak(id + b.user) || (a.user < b.user ? -1 : 1),
  );
  return chosen?.user;
}
