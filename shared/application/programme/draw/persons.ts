import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { personOf } from '#shared/application/person-of.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import type { Exclusion } from '#shared/domain/outreach/week/population.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { contactReasons } from '#shared/domain/surveys/reasons.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

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
  /** When their data was erased. Numbers that were listed until then do not count. */
  readonly erasedAt?: number;
}

/** Numbers of earlier calls and cases to look at. */
const EARLIER = 20;

/** A call with an attempt asks its person. */
const wasAsked = ({ state, attempts }: CallOut, after: number): boolean =>
  state.is === 'finished' && state.disposition !== 'stopped' && attempts.length > 0 && state.at > after;

/** Return whether the data of a person was erased after their number was listed. */
export const isErasedSince = (
  person: { readonly erasedAt?: number | undefined } | undefined,
  listedAt: number,
): boolean => person?.erasedAt !== undefined && person.erasedAt >= listedAt;

/**
 * The id of an evaluation call names its person and the call before it, so that one person is planned once, by
 * whatever list or number.
 */
export const evaluationId = (person: string, earlier: string | undefined): string =>
  causeId(`evaluation:${person}:${earlier ?? 'first'}`);

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
 */
export async function askedPerson(
  { store, keys, rules, numberFault }: PersonDeps,
  phone: string,
  { now, week }: { readonly now: number; readonly week?: string },
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
  const isOfWeek = (one: CallOut): boolean => week !== undefined && one.week?.id === week;
  const others = evaluations.filter((one) => !isOfWeek(one));
  // A person is asked again after the same time over all channels.
  const since = now - rules.survey.evaluationCoolDownMs;
  const fault = numberFault(phone);
  // A number that only tries the system is not called either.
  const contacts = (person?.contacts ?? []).map(({ kind, value }) => ({ [kind]: value }));
  const isStaff = [{ phone }, ...contacts].some((contact) => contactReasons(contact, rules).length > 0);
  const asked = others.some((one) => wasAsked(one, since));
  const ofWeek = evaluations.filter(isOfWeek).map(({ id: call }) => invitationAbout.callOut(call));
  const invited =
    person?.asked !== undefined && person.asked.at > since && !ofWeek.includes(person.asked.about);
  const reasons: readonly (Exclusion | false | undefined)[] = [
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
    ...(person?.erasedAt !== undefined && { erasedAt: person.erasedAt }),
  };
}
