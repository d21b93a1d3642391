import { handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { asReference, caseOf } from './register.ts';
import type { InboundContext, InboundStep } from './step.ts';
import { reportCall } from './tell-call.ts';

/** The message is a contact of the beneficiary's; its words are the recording of the call. */
async function receive({ store, rules, now, caller }: InboundContext, supportCase: Case): Promise<boolean> {
  const done = await handleCommand(
    { store, rules },
    {
      ...{ id: supportCase.id, cause: causeId(`flow:${caller.callId}:message`), by: 'beneficiary' },
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
export const message: InboundStep = async (desk, { caseRef = '', type }) => {
  const reference = parseReference(caseRef);
  const supportCase = reference && (await desk.store.load('case', reference));
  const takes = supportCase && !supportCase.erased && (await receive(desk, supportCase));
  const about = takes ? supportCase : await caseOf(desk, type);
  if (!takes) await receive(desk, about);
  await reportCall(desk, 'message', { message: true, caseRef: about.id });
  return asReference(desk, about.id);
};
