import { takesMessages } from '#shared/application/telephone/attach-message.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { InboundStep } from './inbound-step.ts';
import { asReference, caseOf } from './register.ts';
import { reportCall } from './report-call.ts';

/**
 * Return the reference under which a voice message will be found: that of the case of the call, or of a case
 * that is opened for it when the former was closed too long ago. The message itself is added from the contact
 * record, because only a recording proves it.
 *
 * @param parameters `caseRef`: the case of the call, if any; `type`: the chosen type, if any
 */
export const message: InboundStep = async (desk, { caseRef = '', type }) => {
  const reference = parseReference(caseRef);
  const supportCase = reference && (await desk.store.load('case', reference));
  const takes = supportCase && takesMessages(supportCase, desk.rules, desk.now);
  const { id } = takes ? supportCase : await caseOf(desk, { type });
  await reportCall(desk, `message:${id}`, { caseRef: id });
  return asReference(desk, id);
};
