import type { EventsOf } from '#events/registry.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import type { AggregateResult } from '#shared/application/update-aggregate.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { PersonCommand, PersonRecord } from '#shared/domain/people/decide-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

type PersonEvent = Extract<
  EventsOf<'cases/propagate-links'>,
  { type: 'rida.beneficiary.joined.v1' | 'rida.beneficiary.parted.v1' }
>;

/** `outdated`: the event is outdated. `counts`: the record of the other id is the final one. */
export type OtherPersonOutcome = AggregateResult | 'outdated' | 'counts';

interface OtherDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Return the record of an id, or an empty record. */
const recordOf = async (store: Store, id: string): Promise<PersonRecord & Pick<Person, 'into'>> =>
  (await store.load('person', id)) ?? { id, joined: [], contacts: [], optOuts: [] };

/**
 * Return the record at the end of the chain of joins. A record only refers to an id that sorts before its
 * own.
 */
async function rootOf(store: Store, id: string): Promise<PersonRecord> {
  let at = await recordOf(store, id);
  while (at.into !== undefined) at = await recordOf(store, at.into);
  return at;
}

/** Execute a command because of an event, once for each record. */
async function carryOut({ store, clock }: OtherDeps, event: PersonEvent, id: string, command: PersonCommand) {
  const done = await updatePerson(store, {
    ...{ id, command, by: 'rida' },
    ...becauseOf(event, `${command.do}#${id}`, clock),
  });
  if (done.outcome === 'rejected' && done.rejection.rejected === 'joined-elsewhere')
    throw new Error(`the record ${id} was joined to another record at the same time; try again`);
  return done.outcome;
}

/**
 * Apply a join or a separation of beneficiaries to the other record. Joined records become one, in any order
 * of events: the record whose id sorts first takes over the data of the other, which refers to it. A
 * separated id becomes independent. An outdated event has no effect.
 */
export async function otherPerson(deps: OtherDeps, event: PersonEvent): Promise<OtherPersonOutcome> {
  const { store } = deps;
  const { type, subject, subjectVersion, data } = event;
  const { other } = data;
  const person = await store.load('person', subject, subjectVersion);
  const isJoined = type === 'rida.beneficiary.joined.v1';
  if ((person?.joined.includes(other) ?? false) !== isJoined) return 'outdated';
  if (!isJoined) {
    const { asked } = person ?? {};
    return carryOut(deps, event, other, { do: 'stand-alone', from: subject, ...(asked && { asked }) });
  }
  const [one, two] = await Promise.all([rootOf(store, subject), rootOf(store, other)]);
  const [counts, joined] = one.id <= two.id ? [one, two] : [two, one];
  if (counts.id !== joined.id) {
    await carryOut(deps, event, counts.id, { do: 'adopt', record: joined, by: data.by });
    await carryOut(deps, event, joined.id, { do: 'join-into', into: counts.id });
  }
  // Refer directly to the final record, not to an intermediate one.
  return other === counts.id ? 'counts' : carryOut(deps, event, other, { do: 'join-into', into: counts.id });
}
