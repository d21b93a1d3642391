import type { Case } from '#shared/domain/cases/case.ts';
import type { Store } from '#shared/ports/store.ts';

export interface MergeChain {
  /** The case itself, or the last case in its chain of merges. */
  readonly survivor: Case;
  /** The case and those it was merged into, in the order of the merges. */
  readonly path: readonly Case[];
  /** Cases that are merged into each other in a ring. Empty without a ring. */
  readonly ring: readonly Case[];
}

/** Follow the merges of a case to the case that is still worked on. Every merge of the chain is one read. */
export async function followMerges(store: Store, supportCase: Case): Promise<MergeChain> {
  const path = [supportCase];
  for (let at = supportCase; at.merged; ) {
    const { into } = at.merged;
    const start = path.findIndex(({ id }) => id === into);
    if (start >= 0) return { survivor: supportCase, path, ring: path.slice(start) };
    const next = await store.load('case', into);
    if (!next) break;
    path.push(next);
    at = next;
  }
  return { survivor: path.at(-1) ?? supportCase, path, ring: [] };
}

/** Return the case itself, or the case it was merged into. */
export const survivingCase = async (store: Store, supportCase: Case): Promise<Case> =>
  (await followMerges(store, supportCase)).survivor;
