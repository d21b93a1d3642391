import type { DataOf } from '#events/registry.ts';
import type { Actor, Language, Preference } from '#events/vocabulary.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import type { EventDraft } from '../cases/decision.ts';
import { everyOf } from '../every-of.ts';
import type { StaleFields } from '../staleness.ts';
import {
  type Asking,
  type AskRefusal,
  type AskRequest,
  askRefusal,
  isRepeated,
  laterAsking,
} from '../surveys/asking.ts';
import type { ContactPoint, Person } from './person.ts';

type Means = DataOf<'rida.beneficiary.verified.v1'>['means'];

export type PersonCommand =
  | { readonly do: 'describe'; readonly name?: string; readonly contacts: readonly ContactPoint[] }
  | { readonly do: 'join'; readonly other: string; readonly contact?: ContactPoint; readonly by: Actor }
  | { readonly do: 'part'; readonly other: string; readonly by: Actor }
  /** Applied to the primary record of two joined records. */
  | { readonly do: 'adopt'; readonly record: PersonRecord; readonly by: Actor }
  /** Applied to the secondary record, when records are joined and parted. */
  | { readonly do: 'join-into'; readonly into: string }
  | { readonly do: 'stand-alone'; readonly from: string; readonly asked?: Asking }
  | { readonly do: 'prefer'; readonly optOuts: readonly Preference[]; readonly by: Actor }
  /** Adds or removes the listed opt-outs only. */
  | { readonly do: 'opt-out' | 'opt-in'; readonly of: readonly Preference[]; readonly by: Actor }
  /** The address permanently rejects mail. */
  | { readonly do: 'mark-failing'; readonly address: string }
  | { readonly do: 'verify'; readonly means: Means; readonly by: Actor }
  /** Ask for their opinion, if their row allows it. */
  | ({ readonly do: 'ask' } & AskRequest)
  /** The person was not asked after all: the call was not answered, or the case changed since then. */
  | { readonly do: 'take-back'; readonly about: string }
  /** The language chosen on the telephone. */
  | { readonly do: 'speak'; readonly language: Language }
  | { readonly do: 'erase'; readonly by: Actor }
  /** An erased beneficiary has written or called again. */
  | { readonly do: 'come-back' };

/** The part of a record that a join takes over. */
export type PersonRecord = Pick<
  Person,
  'id' | 'name' | 'joined' | 'contacts' | 'failing' | 'optOuts' | 'asked'
>;

export interface PersonRejection {
  readonly rejected:
    | 'same-person'
    | 'already-joined'
    | 'not-joined'
    | 'joined-elsewhere'
    | 'nothing-changed'
    | 'too-many'
    | 'overtaken'
    | 'erased'
    | AskRefusal;
}

/** For each command: the fields whose change by others makes it stale. */
export const personStaleness: Readonly<Record<PersonCommand['do'], StaleFields<Person>>> = {
  describe: 'happened',
  join: 'names',
  part: 'names',
  adopt: 'happened',
  'join-into': 'happened',
  'stand-alone': 'happened',
  prefer: ['optOuts'],
  'opt-out': 'names',
  'opt-in': 'names',
  'mark-failing': 'happened',
  verify: 'adds',
  ask: 'happened',
  'take-back': 'happened',
  speak: 'happened',
  // A supervisor erases the addresses that the page listed, and no others.
  erase: ['joined', 'into'],
  'come-back': 'happened',
};

export interface PersonStep {
  readonly state: Person;
  readonly events: readonly EventDraft[];
}

const MOST_JOINED = 30;
const MOST_CONTACTS = 60;
const PREFERENCES = everyOf<Preference>()(['surveys', 'calls', 'updates']);

/** Return every id of this beneficiary. */
export const idsOf = ({ id, joined }: Pick<Person, 'id' | 'joined'>): readonly string[] => [id, ...joined];

const withContacts = (contacts: readonly ContactPoint[], more: readonly ContactPoint[]): ContactPoint[] => {
  const all = new Map([...contacts, ...more].map((contact) => [`${contact.kind} ${contact.value}`, contact]));
  return [...all.values()].slice(0, MOST_CONTACTS);
};

function preferring(state: Person, optOuts: readonly Preference[], by: Actor): PersonStep | PersonRejection {
  const changes = PREFERENCES.flatMap((preference) => {
    const [from, to] = [state.optOuts.includes(preference), optOuts.includes(preference)];
    return from === to ? [] : [{ preference, from, to }];
  });
  if (changes.length === 0) return { rejected: 'nothing-changed' };
  return {
    state: { ...state, optOuts: PREFERENCES.filter((preference) => optOuts.includes(preference)) },
    events: [{ type: 'rida.beneficiary.preferences-changed.v1', data: { by, changes } }],
  };
}

function joining(
  state: Person,
  { other, contact, by }: Extract<PersonCommand, { do: 'join' }>,
): PersonStep | PersonRejection {
  if (other === state.id) return { rejected: 'same-person' };
  if (state.into !== undefined) return { rejected: 'joined-elsewhere' };
  if (state.joined.includes(other)) return { rejected: 'already-joined' };
  if (state.joined.length >= MOST_JOINED) return { rejected: 'too-many' };
  return {
    state: {
      ...state,
      joined: [...state.joined, other],
      contacts: withContacts(state.contacts, contact ? [contact] : []),
    },
    events: [{ type: 'rida.beneficiary.joined.v1', data: { other, by } }],
  };
}

/** Take over another record: its ids, contacts and opt-outs. */
function adopting(
  state: Person,
  { record, by }: Extract<PersonCommand, { do: 'adopt' }>,
): PersonStep | PersonRejection {
  if (state.into !== undefined) return { rejected: 'joined-elsewhere' };
  const ids = idsOf(record).filter((id) => id !== state.id && !state.joined.includes(id));
  if (state.joined.length + ids.length > MOST_JOINED) return { rejected: 'too-many' };
  const optOuts = [...state.optOuts, ...record.optOuts];
  const preferred = preferring(state, optOuts, by);
  const { state: base, events } = 'rejected' in preferred ? { state, events: [] } : preferred;
  if (ids.length === 0 && events.length === 0) return { rejected: 'already-joined' };
  const { name = record.name } = state;
  const failing = [...new Set([...(state.failing ?? []), ...(record.failing ?? [])])];
  const asked = laterAsking(state.asked, record.asked);
  return {
    state: {
      ...base,
      ...(name !== undefined && { name }),
      joined: [...state.joined, ...ids],
      contacts: withContacts(state.contacts, record.contacts),
      ...(failing.length > 0 && { failing }),
      ...(asked && { asked }),
    },
    events: [
      ...ids.map((other): EventDraft => ({ type: 'rida.beneficiary.joined.v1', data: { other, by } })),
      ...events,
    ],
  };
}

function parting(
  state: Person,
  { other, by }: Extract<PersonCommand, { do: 'part' }>,
): PersonStep | PersonRejection {
  if (!state.joined.includes(other)) return { rejected: 'not-joined' };
  return {
    state: {
      ...state,
      joined: state.joined.filter((id) => id !== other),
      contacts: state.contacts.filter(({ beneficiaryId }) => beneficiaryId !== other),
    },
    events: [{ type: 'rida.beneficiary.parted.v1', data: { other, by } }],
  };
}

const emptyRecord = ({ id, version, causes }: Pick<Person, 'id' | 'version' | 'causes'>): Person => ({
  ...{ id, version, causes, contacts: [], joined: [], optOuts: [] },
});

/**
 * Return the record to which an act at an instant applies. An erased beneficiary begins with an empty record: acts
 * of before the erasure that arrive late are rejected, and later ones find nothing of before.
 */
function recordAt(id: string, person: Person | undefined, now: number): Person | undefined {
  if (!person) return emptyRecord({ id, version: 0, causes: [] });
  if (person.erasedAt === undefined) return person;
  return now > person.erasedAt ? emptyRecord(person) : undefined;
}

/** Write down that the person is asked, or refuse by what the row says. An erased person is not asked. */
function asking(
  id: string,
  person: Person | undefined,
  { do: _, ...request }: Extract<PersonCommand, { do: 'ask' }>,
  now: number,
): PersonStep | PersonRejection {
  if (person?.erasedAt !== undefined) return { rejected: 'opted-out' };
  if (person?.into !== undefined) return { rejected: 'joined-elsewhere' };
  const state = person ?? emptyRecord({ id, version: 0, causes: [] });
  const refusal = askRefusal(state.asked ?? request.earlier, state.optOuts, request, now);
  if (refusal) return { rejected: refusal };
  if (isRepeated(state.asked, request, now)) return { rejected: 'nothing-changed' };
  const { about, channel, until, also = [] } = request;
  const asked: Asking = { at: now, channel, about, until, ...(also.length > 0 && { also }) };
  return { state: { ...state, asked }, events: [] };
}

/**
 * Decide a command on a beneficiary's record. A missing record is created.
 * @param now when the act happened, also if its event arrives later
 */
export function decidePerson(
  id: string,
  person: Person | undefined,
  command: PersonCommand,
  now: number,
): PersonStep | PersonRejection {
  const state = recordAt(id, person, now);
  if (!state) return { rejected: 'erased' };
  switch (command.do) {
    case 'describe': {
      const { name = state.name, contacts } = command;
      const described = {
        ...state,
        ...(name !== undefined && { name }),
        contacts: withContacts(state.contacts, contacts),
      };
      return { state: described, events: [] };
    }
    case 'join':
      return joining(state, command);
    case 'part':
      return parting(state, command);
    case 'adopt':
      return adopting(state, command);
    case 'join-into':
      // The primary record takes over the ids that were joined to this one.
      return state.into === command.into
        ? { rejected: 'already-joined' }
        : { state: { ...state, joined: [], into: command.into }, events: [] };
    case 'stand-alone': {
      const { into, ...rest } = state;
      // Which of the two was asked is not known any more: both have their rest.
      const asked = laterAsking(state.asked, command.asked);
      const alone = { ...rest, ...(asked && { asked }) };
      return into === command.from ? { state: alone, events: [] } : { rejected: 'not-joined' };
    }
    case 'prefer':
      return preferring(state, command.optOuts, command.by);
    case 'opt-out':
      return preferring(state, [...state.optOuts, ...command.of], command.by);
    case 'opt-in':
      return preferring(
        state,
        state.optOuts.filter((one) => !command.of.includes(one)),
        command.by,
      );
    case 'mark-failing': {
      const { failing = [] } = state;
      const address = addressKey(command.address);
      if (failing.includes(address)) return { rejected: 'nothing-changed' };
      return { state: { ...state, failing: [...failing, address].slice(-MOST_CONTACTS) }, events: [] };
    }
    case 'verify': {
      const { means, by } = command;
      const verified: EventDraft = { type: 'rida.beneficiary.verified.v1', data: { means, by } };
      return { state: { ...state, verified: { at: now, means, by } }, events: [verified] };
    }
    case 'ask':
      return asking(id, person, command, now);
    case 'take-back': {
      const { asked, ...rest } = state;
      return asked?.about === command.about ? { state: rest, events: [] } : { rejected: 'nothing-changed' };
    }
    case 'speak':
      return state.language === command.language
        ? { rejected: 'nothing-changed' }
        : { state: { ...state, language: command.language }, events: [] };
    case 'erase': {
      const stored: Person = { ...emptyRecord(state), optOuts: [...PREFERENCES], erasedAt: now };
      const changed: EventDraft = {
        type: 'rida.beneficiary.erased.v1',
        data: { by: command.by, ids: [...idsOf(state)] },
      };
      return { state: stored, events: [changed] };
    }
    case 'come-back':
      return person?.erasedAt === undefined ? { rejected: 'nothing-changed' } : { state, events: [] };
  }
}
