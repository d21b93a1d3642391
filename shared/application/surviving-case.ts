import type { Case } from '#shared/domain/cases/case.ts';
import type { Store } from '#shared/ports/store.ts';

const HOPS = 5;

export interface Standing {
  /** The case itself, or the last case in its chain of merges. */
  readonly stands: Case;
  /** References of cases that are merged into each other in a ring, sorted. Empty without a ring. */
  readonly ring: readonly string[];
}

/** Follow the merges of a case to the case that is still worked on. */
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

/** Return the case itself, or the case it was merged into. */
export const standingCase = async (store: Store, supportCase: Case): Promise<Case> =>
  (await whereItStands(store, supportCase)).stands;
