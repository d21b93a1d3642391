import type { Case } from '#shared/domain/case/case.ts';
import type { Store } from '#shared/ports/store.ts';

const HOPS = 5;

/** The case itself, or the one it was merged into, however often that was merged in turn. */
export async function standingCase(store: Store, known: Case): Promise<Case> {
  let at = known;
  for (let hop = 0; at.merged && hop < HOPS; hop += 1) {
    const next = await store.load('case', at.merged.into);
    if (!next) return at;
    at = next;
  }
  return at;
}
