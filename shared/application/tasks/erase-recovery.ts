import type { Rules } from '#shared/domain/rules.ts';
import { type Recovery, recoveryId } from '#shared/domain/tasks/task.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { CallOutErasure } from '../erase-calls-out.ts';
import { updateRecovery } from './update-task.ts';

/** Remove the number of a person from a commit. */
function withoutNumber(commit: Commit): Commit {
  const { recovery } = commit.patch as { readonly recovery?: Recovery };
  if (recovery?.phone === undefined) return commit;
  const { phone: _, ...rest } = recovery;
  return { ...commit, patch: { ...commit.patch, recovery: rest } };
}

/**
 * Erase a person from their recovery, or end the recovery about an erased case: the person is not contacted any more. A
 * task has no words, and a number only where no case has it.
 */
export async function eraseRecovery(
  store: Store,
  rules: Rules,
  { beneficiaryId, by, at, caseRef, cause }: Omit<CallOutErasure, 'plannedUntil'>,
): Promise<void> {
  const id = recoveryId.person(beneficiaryId);
  const task = await store.load('task', id);
  if (task === undefined) return;
  if (caseRef === undefined && task.recovery?.phone !== undefined)
    await store.scrub('task', id, withoutNumber);
  await updateRecovery(store, rules, {
    ...{ id, by, at, recordedAt: at, cause: causeId(`${cause}#${id}`) },
    command: { do: 'erase', by, ...(caseRef !== undefined && { case: caseRef }) },
  });
}
