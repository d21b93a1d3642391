import { caseForMessage } from './case-of-caller.ts';
import type { InboundStep } from './inbound-step.ts';
import { asReference, caseOf } from './register.ts';
import { reportCall } from './report-call.ts';

/**
 * Return the reference under which a voice message will be found: that of the case that it is about, or of a
 * case that is opened for it when the former takes none of this caller. The message itself is added from the
 * contact record, because only a recording proves it.
 *
 * @param parameters `about`: the case that the caller asked about, if any; `caseRef`: the case of the call, if
 * any; `type`: the chosen type, if any
 */
export const message: InboundStep = async (desk, { about = '', caseRef = '', type }) => {
  const supportCase = (await caseForMessage(desk, about)) ?? (await caseForMessage(desk, caseRef));
  const { id } = supportCase ?? (await caseOf(desk, { type }));
  await reportCall(desk, `message:${id}`, { caseRef: id });
  return asReference(desk, id);
};
