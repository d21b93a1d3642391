import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { survivingCase } from '#shared/application/surviving-case.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { sameAddress } from '#shared/domain/mail/address-key.ts';
import { contactFrom } from '../shell/contact-from.ts';
import type { SurveyDeps } from './survey-deps.ts';

export interface TrackedCase {
  readonly named: Case;
  /** The case itself, or the case it was merged into: its status is the one that counts. */
  readonly surviving: Case;
}

/**
 * Find a case by its reference if the address or number belongs to its beneficiary. Return null alike for an
 * invalid reference, a missing case and another person's case.
 */
export async function track(
  { store, keys }: SurveyDeps,
  reference: string,
  contact: string,
): Promise<TrackedCase | null> {
  const id = parseReference(reference);
  const point = contactFrom(contact);
  if (!id || !point) return null;
  const [supportCase, theirs] = await Promise.all([store.load('case', id), beneficiaryId(keys, point)]);
  if (!supportCase) return null;
  const { email, phone } = supportCase.beneficiary;
  const same =
    'email' in point ? email !== undefined && sameAddress(email, point.email) : phone === point.phone;
  if (!same && supportCase.beneficiary.id !== theirs) return null;
  return { named: supportCase, surviving: await survivingCase(store, supportCase) };
}
