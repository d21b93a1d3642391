import type { Case } from '#shared/domain/cases/case.ts';
import type { Store } from '#shared/ports/store.ts';

const HOPS = 5;

export interface Standing {
  /** The case itself, or the one it was merged into, however often that was merged in turn. */
  readonly stands: Case;
  /** References of cases merged into each other in a ring, so that none of them stands; in order. */
  readonly ring: readonly string[];
}

/** Follows a case to where its matter is worked on. */
export async function whereItStands(store: Store, supportCase: Case): Promise<Standing> {
  const path: string[] = [supportCase.id];
  let at = supportCase;
  for (let hop = 0; at.merged && hop < HOPS; hop += 1) {
    const { into } = at.merged;
    if (path.includes(into)) return { stands: supportCase, ring: path.slice(path.indexOf(into)).sort() };
    const next = await store.load('case', into);
    if (!next) break;
    path.push(next.id);
    at = next;
  }
  return { stands: at, ring: [] };
}

/** The case that stands for a case: itself, unless it was merged into another. */
export const standingCase = async (store: Store, supportCase: Case): Promise<Case> =>
  (await whereItStands(store, supportCase)).stands;
