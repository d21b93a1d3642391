import type { Rules } from '#shared/domain/rules.ts';
import { type Recovery, recoveryId } from '#shared/domain/tasks/task.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { CallOutErasure } from '../erase-calls-out.ts';
import { recoveryIdsOf } from './hear-answer.ts';
import { updateRecovery } from './update-task.ts';

/** Remove the number of a person from a commit. */
function withoutNumber(commit: Commit): Commit {
  const { recovery } = commit.patch as { readonly recovery?: Recovery };
  if (recovery?.phone === undefined) return commit;
  const { phone: _, ...rest } = recovery;
  return { ...commit, patch: { ...commit.patch, recovery: rest } };
}

/** Erase one recovery, or its answers about a case. */
async function eraseOne(
  store: Store,
  rules: Rules,
  id: string,
  { by, at, caseRef, cause }: Omit<CallOutErasure, 'plannedUntil' | 'beneficiaryId'>,
): Promise<void> {
  const task = await store.load('task', id);
  if (task === undefined) return;
  if (caseRef === undefined && task.recovery?.phone !== undefined)
    await store.scrub('task', id, withoutNumber);
  await updateRecovery(store, rules, {
    ...{ id, by, at, recordedAt: at, cause: causeId(`${cause}#${id}`) },
    command: { do: 'erase', by, ...(caseRef !== undefined && { case: caseRef }) },
  });
}

/**
 * Erase a person from their recovery, or end the recovery about an erased case: the person is not contacted any more. A
 * task has no words, and a number only where no case has it. An answer about a case may be in the recovery of another
 * address of the person.
 */
export async function eraseRecovery(
  store: Store,
  rules: Rules,
  { beneficiaryId, ...erasure }: Omit<CallOutErasure, 'plannedUntil'>,
): Promise<void> {
  const ids =
    erasure.caseRef === undefined
      ? [recoveryId.person(beneficiaryId)]
      : await recoveryIdsOf(store, { beneficiaryId });
  for (const id of ids) await eraseOne(store, rules, id, erasure);
}
