import type { Case } from '#shared/domain/cases/case.ts';
import type { Store } from '#shared/ports/store.ts';

const HOPS = 5;

export interface MergeChain {
  /** The case itself, or the last case in its chain of merges. */
  readonly survivor: Case;
  /** References of cases that are merged into each other in a ring, sorted. Empty without a ring. */
  readonly ring: readonly string[];
}

/** Follow the merges of a case to the case that is still worked on. */
export async function followMerges(store: Store, supportCase: Case): Promise<MergeChain> {
  const path: string[] = [supportCase.id];
  let at = supportCase;
  for (let hop = 0; at.merged && hop < HOPS; hop += 1) {
    const { into } = at.merged;
    if (path.includes(into)) return { survivor: supportCase, ring: path.slice(path.indexOf(into)).sort() };
    const next = await store.load('case', into);
    if (!next) break;
    path.push(next.id);
    at = next;
  }
  return { survivor: at, ring: [] };
}

/** Return the case itself, or the case it was merged into. */
export const survivingCase = async (store: Store, supportCase: Case): Promise<Case> =>
  (await followMerges(store, supportCase)).survivor;
