import type { Language } from '#events/vocabulary.ts';
import type { Colleague } from '../rules.ts';

/** A case that somebody should work on. */
export interface Unassigned {
  readonly id: string;
  readonly department: string;
  readonly category: string;
  readonly language: Language;
}

/** How many cases at work each member of staff has, by user name. */
export type Load = ReadonlyMap<string, number>;

/** The same for the same pair, different for others: so that a burst does not fall on one of several equals. */
function mix(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return hash;
}

/**
 * Who takes a case: of those in its department who are there, speak its language and have room, the ones
 * skilled in its category before the others, and of them the least loaded. Undefined when nobody can.
 */
export function chooseAssignee(
  { id, department, category, language }: Unassigned,
  staff: Iterable<Colleague>,
  load: Load,
  absent: ReadonlySet<string>,
): string | undefined {
  const loadOf = ({ user }: Colleague): number => load.get(user) ?? 0;
  const candidates = [...staff].filter(
    (one) =>
      one.departments.includes(department) &&
      one.languages.includes(language) &&
      !absent.has(one.user) &&
      loadOf(one) < one.capacity &&
      (one.skills.length === 0 || one.skills.includes(category)),
  );
  const skilled = candidates.filter(({ skills }) => skills.includes(category));
  const [chosen] = (skilled.length > 0 ? skilled : candidates).sort(
    (a, b) => loadOf(a) - loadOf(b) || mix(id + a.user) - mix(id + b.user) || (a.user < b.user ? -1 : 1),
  );
  return chosen?.user;
}
