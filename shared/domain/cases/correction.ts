import type { CorrectedField, FormOfAddress } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { writableAddress } from '../mail/writable-address.ts';
import type { Place } from '../places/place.ts';
import { mapAddress } from '../places/position.ts';
import type { Beneficiary, Case } from './case.ts';

/** The facts of a case as they are from now on. Null removes a fact, and a missing one stays. */
export interface Correction {
  readonly subject?: string;
  readonly name?: string | null;
  readonly formOfAddress?: FormOfAddress | null;
  readonly email?: string | null;
  /** E.164. */
  readonly phone?: string | null;
  /** The pseudonym of the beneficiary, when another address or number identifies them. */
  readonly beneficiaryId?: string;
  readonly district?: string | null;
  readonly words?: string | null;
  /** The position, or the address of a map that does not name it. */
  readonly position?: Pick<Place, 'position' | 'link'> | null;
  readonly service?: string | null;
  /** The service was recognised in a text. Without it, a person has chosen the service. */
  readonly serviceGuessed?: true;
}

/** The facts that can be corrected, in the order of the form. */
export const CORRECTED_FIELDS = everyOf<CorrectedField>()([
  ...(['subject', 'name', 'formOfAddress', 'email', 'phone'] as const),
  ...(['district', 'words', 'position', 'service'] as const),
]);

/** Return the facts of a case that can be corrected, as texts. Missing facts are empty. */
export function factsOf({
  subject,
  beneficiary: { name = '', formOfAddress, email = '', phone = '' },
  place: { district = '', words = '', position, link = '' } = {},
  service = '',
}: Facts): Readonly<Record<CorrectedField, string>> {
  return {
    ...{ subject, name, formOfAddress: formOfAddress ?? '', email, phone, district, words, service },
    position: position ? mapAddress(position) : link,
  };
}

/** Replace a fact that a correction names, and remove it when the correction says so. */
function changed<T extends object, K extends keyof T>(state: T, name: K, value: T[K] | null | undefined): T {
  if (value === undefined) return state;
  const { [name]: _, ...rest } = state;
  return (value === null ? rest : { ...rest, [name]: value }) as T;
}

/** A new address is not proven, and nothing is known of the mails to it. */
function beneficiaryWith(
  before: Beneficiary,
  { name, formOfAddress, email, phone, beneficiaryId }: Correction,
): Beneficiary {
  const addressed = changed(before, 'formOfAddress', formOfAddress);
  const named = changed(changed(addressed, 'name', name), 'phone', phone);
  const identified = beneficiaryId === undefined ? named : { ...named, id: beneficiaryId };
  if (email === undefined || (email ?? undefined) === before.email) return identified;
  const { answerTo: _a, failing: _f, ...rest } = changed(identified, 'email', email);
  const failing = email !== null && writableAddress(email) === undefined;
  return { ...rest, authenticated: false, ...(failing && { failing }) };
}

function placeWith(before: Place, { district, words, position }: Correction): Place {
  const described = changed(changed(before, 'district', district), 'words', words);
  if (position === undefined) return described;
  const { position: _p, link: _l, ...rest } = described;
  return { ...rest, ...position };
}

/** Facts that a text names. */
export type NamedFacts = Pick<Case, 'place' | 'service'>;

/** Return the facts of a text that a case does not have yet. A person's choice is never replaced. */
export function missingFacts(
  { place: before, service: chosen }: NamedFacts,
  { place: { district, words, position, link } = {}, service }: NamedFacts,
): Correction {
  const isPlaced = before?.position !== undefined || before?.link !== undefined;
  const found = position ? { position } : link !== undefined ? { link } : undefined;
  return {
    ...(district !== undefined && before?.district === undefined && { district }),
    ...(words !== undefined && before?.words === undefined && !isPlaced && { words }),
    ...(found && !isPlaced && { position: found }),
    ...(service !== undefined && chosen === undefined && { service, serviceGuessed: true as const }),
  };
}

/** The facts of a case that can be corrected. */
export type Facts = Pick<Case, 'subject' | 'beneficiary' | 'place' | 'service' | 'serviceGuessed'>;

/** Return the facts with the corrected ones. */
export function correctedFacts(before: Facts, to: Correction): Facts {
  const { subject, beneficiary, place = {}, service } = before;
  const after = placeWith(place, to);
  const about = to.service === undefined ? service : (to.service ?? undefined);
  const isGuessed = to.service === undefined ? before.serviceGuessed : to.serviceGuessed;
  return {
    subject: to.subject ?? subject,
    beneficiary: beneficiaryWith(beneficiary, to),
    ...(Object.keys(after).length > 0 && { place: after }),
    ...(about !== undefined && { service: about }),
    ...(about !== undefined && isGuessed && { serviceGuessed: true as const }),
  };
}

/** Return the case with the corrected facts. */
export function correctedCase(state: Case, to: Correction): Case {
  const { place: _p, service: _s, serviceGuessed: _g, ...rest } = state;
  return { ...rest, ...correctedFacts(state, to) };
}
