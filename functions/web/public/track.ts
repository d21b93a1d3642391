import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { survivingCase } from '#shared/application/surviving-case.ts';
import { readTrackingToken } from '#shared/application/tokens/tracking-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { sameAddress } from '#shared/domain/mail/address-key.ts';
import { contactFrom } from '../shell/contact-from.ts';
import { limitedGuess } from './limited-guess.ts';
import type { SurveyDeps } from './survey-deps.ts';

export interface TrackedCase {
  readonly named: Case;
  /** The case itself, or the case it was merged into: its status is the one that counts. */
  readonly surviving: Case;
}

/** The typed values of the tracking page, and the network of the visitor. */
export interface TrackingRequest {
  readonly reference: string;
  readonly contact: string;
  readonly network: string;
}

/** Stands for a reference or a contact that cannot be read, so that it is looked up like any other. */
const NO_CASE = '000-000-0000';
const NO_CONTACT = { email: 'none' };

/**
 * Find a case by its reference if the address or number belongs to its beneficiary. Return null alike, and after the
 * same work, for an invalid reference, a missing case, another person's case, and after too many guesses.
 */
export async function track(
  deps: SurveyDeps,
  { reference, contact, network }: TrackingRequest,
): Promise<TrackedCase | null> {
  const { store, keys } = deps;
  const id = parseReference(reference);
  const point = contactFrom(contact);
  const typed = point === undefined ? contact.trim() : Object.values(point).join();
  const guess = { reference: id ?? reference.trim(), contact: typed, network };
  const named = await limitedGuess(deps, guess, async () => {
    const [supportCase, theirs] = await Promise.all([
      store.load('case', id ?? NO_CASE),
      beneficiaryId(keys, point ?? NO_CONTACT),
    ]);
    if (!supportCase || !point) return null;
    const { email, phone, id: owner } = supportCase.beneficiary;
    const isTheirs =
      'email' in point ? email !== undefined && sameAddress(email, point.email) : phone === point.phone;
    return isTheirs || owner === theirs ? supportCase : null;
  });
  return named && { named, surviving: await survivingCase(store, named) };
}

/** Find the case of the link in a mail. Its owner has proven to read that mail: no limit of guesses holds. */
export async function trackByLink(
  { store, keys }: SurveyDeps,
  token: string,
): Promise<TrackedCase | undefined> {
  const reference = await readTrackingToken(keys, token);
  const named = reference === undefined ? undefined : await store.load('case', reference);
  if (!named || named.erased) return undefined;
  return { named, surviving: await survivingCase(store, named) };
}
