import { execute } from '#shared/casework/execute.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { parseReference } from '#shared/domain/case/reference.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Desk, Step } from './desk.ts';
import { asReference, caseOf } from './register.ts';
import { tellCall } from './tell-call.ts';

/** The message is a contact of the beneficiary's; its words are the recording of the call. */
async function receive({ store, rules, now, caller }: Desk, known: Case): Promise<boolean> {
  const done = await execute(
    { store, rules },
    {
      ...{ id: known.id, cause: causeId(`flow:${caller.callId}:message`), by: 'beneficiary' },
      command: { do: 'receive', channel: 'phone' },
      ...{ at: now, recordedAt: now, correlationId: caller.callId, causationId: caller.callId },
    },
  );
  return done.outcome !== 'rejected';
}

/**
 * The caller left a spoken message: on the case they speak of, or on an inquiry that opens with it. A case
 * that ended too long ago to be worked on again takes none; the message is an inquiry of its own.
 *
 * @param parameters `caseRef`: the case, if the call has one; `type`: what was chosen, if anything was
 */
export const message: Step = async (desk, { caseRef = '', type }) => {
  const reference = parseReference(caseRef);
  const known = reference && (await desk.store.load('case', reference));
  const takes = known && !known.erased && (await receive(desk, known));
  const about = takes ? known : await caseOf(desk, type);
  if (!takes) await receive(desk, about);
  await tellCall(desk, 'message', { message: true, caseRef: about.id });
  return asReference(desk, about.id);
};
