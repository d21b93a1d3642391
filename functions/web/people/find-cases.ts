import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { casesUnder, idsOfBeneficiary } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { contactFrom } from '../shell/contact-from.ts';

const FOUND = 50;

/** Find the cases of a reference, a mail address or a telephone number, newest first. */
export async function findCases(
  { store, keys }: { store: Store; keys: Keys },
  text: string,
): Promise<readonly Case[]> {
  const reference = parseReference(text);
  const supportCase = reference && (await store.load('case', reference));
  if (supportCase) return [supportCase];
  const contact = contactFrom(text);
  if (!contact) return [];
  // An address that was joined to others finds all cases of the person.
  const ids = await idsOfBeneficiary(store, await beneficiaryId(keys, contact));
  return (await casesUnder(store, ids, FOUND)).slice(0, FOUND);
}
