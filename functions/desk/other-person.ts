import { executePerson } from '#shared/casework/execute-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { EventsOf } from '#shared/runtime/chain-events.ts';
import { causeId } from '#shared/runtime/ids.ts';

type PersonEvent = Extract<
  EventsOf<'desk/relate'>,
  { type: 'rida.beneficiary.joined.v1' | 'rida.beneficiary.parted.v1' }
>;

interface OtherDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * The record of an id that was joined to, or parted from, another says so itself, as long as the other
 * still does. Whoever was joined to it before is joined to the other directly: one record knows every id.
 */
export async function otherPerson({ store, clock }: OtherDeps, event: PersonEvent): Promise<string> {
  const { id: eventId, type, subject, subjectVersion, correlationId, data } = event;
  const { other } = data;
  const known = await store.load('person', subject, subjectVersion);
  const isJoined = type === 'rida.beneficiary.joined.v1';
  if ((known?.joined.includes(other) ?? false) !== isJoined) return 'overtaken';
  const trace = (id: string) => ({
    ...{ id, cause: causeId(`${eventId}#${id}`), by: 'rida' as const, correlationId },
    ...{ at: Date.parse(event.time), recordedAt: clock.now() },
  });
  const done = await executePerson(store, {
    ...trace(other),
    command: isJoined ? { do: 'join-into', into: subject } : { do: 'stand-alone', from: subject },
  });
  const record: Person | undefined = isJoined ? await store.load('person', other) : undefined;
  if (record?.into === subject) {
    for (const id of record.joined) {
      await executePerson(store, {
        ...trace(subject),
        cause: causeId(`${eventId}#${id}`),
        command: { do: 'join', other: id, by: data.by },
      });
    }
  }
  return done.outcome;
}
