import { handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { InboundContext, InboundStep } from './inbound-step.ts';
import { asReference, caseOf } from './register.ts';
import { reportCall } from './report-call.ts';

/**
 * Add the voice message to a case as a message of the beneficiary. Its content is the recording of the call.
 */
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
 * Store a voice message: on the case of the call, or on a new inquiry. A case that was closed too long ago to
 * be reopened accepts none; the message then opens an inquiry.
 *
 * @param parameters `caseRef`: the case of the call, if any; `type`: the chosen type, if any
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
