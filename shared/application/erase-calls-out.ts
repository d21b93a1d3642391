import type { Actor } from '#events/vocabulary.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { updateCallOut } from './update-call-out.ts';

const PAGE = 100;

/** Remove the number and the used service from a commit. */
const withoutPerson = (commit: Commit): Commit => {
  const { phone: _, service: __, ...patch } = commit.patch;
  return { ...commit, patch };
};

export interface CallOutErasure {
  readonly beneficiaryId: string;
  readonly by: Actor;
  readonly at: number;
  /** Erase only the calls that were planned until then. Later ones are for a person who returned. */
  readonly plannedUntil?: number;
  /** Erase only the calls about this case. */
  readonly caseRef?: string;
  /** Id of the cause. */
  readonly cause: string;
}

/**
 * Erase personal data from the outgoing calls to a beneficiary, and cancel planned ones. Return the number of
 * calls.
 */
export async function eraseCallsOut(
  store: Store,
  rules: OutboundRules,
  { beneficiaryId, by, at, caseRef, plannedUntil = Number.POSITIVE_INFINITY, cause }: CallOutErasure,
): Promise<number> {
  let count = 0;
  for await (const callsOut of pagesOf((page) => store.callsOutTo(beneficiaryId, page), PAGE)) {
    const erased = callsOut.filter(
      (one) => one.plannedAt <= plannedUntil && (caseRef === undefined || one.caseRef === caseRef),
    );
    for (const { id } of erased) {
      // Erase the commits first. After the erasure of the state, a retry would no longer find the call by its
      // beneficiary.
      await store.scrub('call-out', id, withoutPerson);
      await updateCallOut(store, rules, {
        ...{ id, command: { do: 'erase', by }, by, at, recordedAt: at, cause: causeId(`${cause}#${id}`) },
      });
      count += 1;
    }
  }
  return count;
}
