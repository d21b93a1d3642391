import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { sameAddress } from '#shared/domain/mail/address-key.ts';
import { contactFrom } from '../shell/contact-from.ts';
import type { SurveyDeps } from './survey-deps.ts';

/**
 * Find a case by its reference if the address or number belongs to its beneficiary. Return null alike for an
 * invalid reference, a missing case and another person's case.
 */
export async function track(
  { store, keys }: SurveyDeps,
  reference: string,
  contact: string,
): Promise<Case | null> {
  const id = parseReference(reference);
  const point = contactFrom(contact);
  if (!id || !point) return null;
  const [supportCase, theirs] = await Promise.all([store.load('case', id), beneficiaryId(keys, point)]);
  if (!supportCase) return null;
  const { email, phone } = supportCase.beneficiary;
  const same =
    'email' in point ? email !== undefined && sameAddress(email, point.email) : phone === point.phone;
  return same || supportCase.beneficiary.id === theirs ? supportCase : null;
}
