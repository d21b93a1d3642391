import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { personOf } from '#shared/application/person-of.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import type { Exclusion } from '#shared/domain/outreach/week/population.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { contactReasons } from '#shared/domain/surveys/reasons.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

export interface PersonDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly rules: Rules;
  /** Return why a number cannot be called: it does not exist, or is abroad. */
  numberFault(phone: string): 'invalid-number' | 'abroad' | undefined;
}

/** A person, and the reasons not to ask them. */
export interface AskedPerson {
  /** Id of their primary record, or of their number. */
  readonly person: string;
  readonly beneficiaryId: string;
  readonly reasons: readonly Exclusion[];
  /** The newest evaluation call to them, which names the next one. */
  readonly earlier?: string;
}

/** A person is asked again at the earliest after a quarter of a year, over all channels. */
const ASKED_AGAIN_AFTER = 90 * DAY;
/** Numbers of earlier calls and cases to look at. */
const EARLIER = 20;

export const wasAsked = ({ state, attempts }: CallOut, now: number): boolean =>
  state.is === 'finished' &&
  state.disposition !== 'stopped' &&
  attempts.length > 0 &&
  state.at > now - ASKED_AGAIN_AFTER;

/** Return whether the data of a person was erased after their number was listed. */
export const isErasedSince = (person: Person | undefined, listedAt: number): boolean =>
  person?.erasedAt !== undefined && person.erasedAt >= listedAt;

/** Return the reasons in the cases of a person: they are staff, or have an open complaint. */
async function reasonsOfCases(store: Store, ids: readonly string[]): Promise<Exclusion[]> {
  const pages = await Promise.all(ids.map((id) => store.ofBeneficiary(id, { limit: EARLIER })));
  const cases = pages.flatMap(({ items }) => items);
  return [
    ...(cases.some(({ segment }) => segment === 'staff') ? (['staff'] as const) : []),
    ...(cases.some(({ type, status }) => type === 'complaint' && isActive(status))
      ? (['open-complaint'] as const)
      : []),
  ];
}

/**
 * Find the person behind a number, and the reasons not to ask them.
 *
 * @param week calls of this week do not count, so that an interrupted draw can continue
 * @param listedAt when the number was listed: an erasure after that holds
 */
export async function askedPerson(
  { store, keys, rules, numberFault }: PersonDeps,
  phone: string,
  { now, week, listedAt }: { readonly now: number; readonly week: string; readonly listedAt: number },
): Promise<AskedPerson> {
  const id = await beneficiaryId(keys, { phone });
  const person = await personOf(store, id);
  const ids = person ? idsOf(person) : [id];
  const [called, ofCases] = await Promise.all([
    Promise.all(ids.map((one) => store.callsOutTo(one, { limit: EARLIER }))),
    reasonsOfCases(store, ids),
  ]);
  const evaluations = called
    .flatMap(({ items }) => items)
    .filter(({ purpose }) => purpose === 'evaluation')
    .sort((a, b) => b.plannedAt - a.plannedAt);
  const others = evaluations.filter((one) => one.week?.id !== week);
  const fault = numberFault(phone);
  // A number that only tries the system is not called either.
  const isStaff = contactReasons({ phone }, rules).length > 0;
  const asked = others.some((one) => wasAsked(one, now));
  const ofWeek = evaluations
    .filter((one) => one.week?.id === week)
    .map((one) => invitationAbout.callOut(one.id));
  const invited =
    person?.asked !== undefined &&
    person.asked.at > now - ASKED_AGAIN_AFTER &&
    !ofWeek.includes(person.asked.about);
  const reasons: readonly (Exclusion | false | undefined)[] = [
    isErasedSince(person, listedAt) && 'erased',
    isStaff && 'staff',
    isUnwanted('evaluation', person?.optOuts ?? []) && 'opted-out',
    others.some(({ state }) => state.is !== 'finished') && 'planned',
    (asked || invited) && 'asked-recently',
    fault,
    ...ofCases,
  ];
  const earlier = others[0]?.id;
  return {
    ...{ person: person?.id ?? id, beneficiaryId: id },
    reasons: reasons.filter((one) => one !== false && one !== undefined),
    ...(earlier !== undefined && { earlier }),
  };
}
