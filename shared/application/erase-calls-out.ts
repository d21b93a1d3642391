import type { Actor } from '#events/vocabulary.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { updateCallOut } from './update-call-out.ts';

const PAGE = 100;

/** A commit of a call out without whom it was to and what they used. */
const withoutPerson = (commit: Commit): Commit => {
  const { phone: _, service: __, ...patch } = commit.patch;
  return { ...commit, patch };
};

export interface CallOutErasure {
  readonly beneficiaryId: string;
  readonly by: Actor;
  readonly at: number;
  /** Only those about this case. */
  readonly caseRef?: string;
  /** Id of what caused it. */
  readonly cause: string;
}

/** Takes what is personal out of the calls to a beneficiary; those still planned are not made. Answers how many. */
export async function eraseCallsOut(
  store: Store,
  rules: OutboundRules,
  { beneficiaryId, by, at, caseRef, cause }: CallOutErasure,
): Promise<number> {
  let count = 0;
  for await (const callsOut of pagesOf((page) => store.callsOutTo(beneficiaryId, page), PAGE)) {
    for (const { id } of callsOut.filter((one) => caseRef === undefined || one.caseRef === caseRef)) {
      // The past first: once erased, nothing leads here from the person, and a repeat would not come back.
      await store.scrub('call-out', id, withoutPerson);
      await updateCallOut(store, rules, {
        ...{ id, command: { do: 'erase', by }, by, at, recordedAt: at, cause: causeId(`${cause}#${id}`) },
      });
      count += 1;
    }
  }
  return count;
}
