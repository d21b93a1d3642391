import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { language as languageSchema } from '#events/vocabulary.ts';
import { beneficiaryOfCall } from '#shared/application/telephone/open-call-case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { readLine } from '#shared/domain/telephone/line.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Caller } from './inbound-step.ts';

/**
 * Read the caller from a request of Connect: from the parameters of the step, otherwise from the contact
 * attributes.
 */
export async function callerOf(keys: Keys, { Details }: ConnectFlowRequest): Promise<Caller> {
  const { ContactId, InitialContactId, CustomerEndpoint, InitiationMethod, Attributes } = Details.ContactData;
  const { Parameters } = Details;
  const callId = InitialContactId || ContactId;
  const given = (name: string): string | undefined => Parameters[name] || Attributes?.[name];
  const spoken = languageSchema.safeParse(given('language'));
  const recording = given('recording');
  const proven = parseReference(Attributes?.proven ?? '');
  const { id, phone } = await beneficiaryOfCall(keys, callId, CustomerEndpoint?.Address);
  return {
    callId,
    contactId: ContactId,
    initiationMethod: InitiationMethod,
    line: readLine(given('line')),
    ...(spoken.success && { language: spoken.data }),
    ...((recording === 'on' || recording === 'off') && { recording }),
    ...(proven !== undefined && { provenFor: proven }),
    beneficiary: id,
    ...(phone !== undefined && { phone }),
  };
}
