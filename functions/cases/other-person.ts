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

/** `overtaken`: the two are joined or parted no more. `counts`: the other id's record is the one that counts. */
export type OtherPersonOutcome = AggregateResult | 'overtaken' | 'counts';

interface OtherDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** The record of an id, or one that says nothing. */
const recordOf = async (store: Store, id: string): Promise<PersonRecord & Pick<Person, 'into'>> =>
  (await store.load('person', id)) ?? { id, joined: [], contacts: [], optOuts: [] };

/** The record that counts for an id. A record only ever points to one whose id sorts before its own. */
async function rootOf(store: Store, id: string): Promise<PersonRecord> {
  let at = await recordOf(store, id);
  while (at.into !== undefined) at = await recordOf(store, at.into);
  return at;
}

/** Carries out a command because of an event, once a record. */
async function carryOut({ store, clock }: OtherDeps, event: PersonEvent, id: string, command: PersonCommand) {
  const done = await updatePerson(store, {
    ...{ id, command, by: 'rida' },
    ...becauseOf(event, `${command.do}#${id}`, clock),
  });
  if (done.outcome === 'rejected' && done.rejection.rejected === 'joined-elsewhere')
    throw new Error(`the record ${id} was joined to another in this moment; try again`);
  return done.outcome;
}

/**
 * Two that were joined become one record, whichever of them, or of those they were joined to before, is
 * told first: the one whose id sorts first counts and takes over what the other knew, and the other points
 * to it. A parted id stands alone again. Nothing is done of what no longer holds.
 */
export async function otherPerson(deps: OtherDeps, event: PersonEvent): Promise<OtherPersonOutcome> {
  const { store } = deps;
  const { type, subject, subjectVersion, data } = event;
  const { other } = data;
  const person = await store.load('person', subject, subjectVersion);
  const isJoined = type === 'rida.beneficiary.joined.v1';
  if ((person?.joined.includes(other) ?? false) !== isJoined) return 'overtaken';
  if (!isJoined) return carryOut(deps, event, other, { do: 'stand-alone', from: subject });
  const [one, two] = await Promise.all([rootOf(store, subject), rootOf(store, other)]);
  const [counts, joined] = one.id <= two.id ? [one, two] : [two, one];
  if (counts.id !== joined.id) {
    await carryOut(deps, event, counts.id, { do: 'adopt', record: joined, by: data.by });
    await carryOut(deps, event, joined.id, { do: 'join-into', into: counts.id });
  }
  // Straight to the record that counts, however long the way there was.
  return other === counts.id ? 'counts' : carryOut(deps, event, other, { do: 'join-into', into: counts.id });
}
