import { beneficiaryId } from '#shared/adapters/crypto/beneficiary-id.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { parseReference } from '#shared/domain/case/reference.ts';
import { contactFrom } from './find-cases.ts';
import type { SurveyDeps } from './survey-deps.ts';

/**
 * The case of a reference, if the address or number is its beneficiary's. Null alike for a reference
 * that is none, a case that is not there and a stranger's address.
 */
export async function track(
  { store, keys }: SurveyDeps,
  reference: string,
  contact: string,
): Promise<Case | null> {
  const id = parseReference(reference);
  const point = contactFrom(contact);
  if (!id || !point) return null;
  const [known, theirs] = await Promise.all([store.load('case', id), beneficiaryId(keys, point)]);
  if (!known) return null;
  const { email, phone } = known.beneficiary;
  const same = 'email' in point ? email?.toLowerCase() === point.email : phone === point.phone;
  return same || known.beneficiary.id === theirs ? known : null;
}
