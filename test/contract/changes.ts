import { hash } from 'node:crypto';
import type { Case } from '#shared/domain/cases/case.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { OutboundLines } from '#shared/domain/outreach/outbound-lines.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import type { Aggregates, Change, Kind, Store } from '#shared/ports/store.ts';
import { aCase } from '#test/builders/a-case.ts';

/** Return an id in the form of causes: 26 letters and digits derived from a text. */
export const causeOf = (text: string): string =>
  BigInt(`0x${hash('sha256', text)}`)
    .toString(36)
    .padStart(26, '0')
    .slice(-26);

const NOTE: EventDraft = { type: 'rida.note.added.v1', data: { message: 'm', by: 'agent:salem' } };

/** A change of an aggregate. A test overrides the fields it needs. */
export const changeOf = <K extends Kind>(
  kind: K,
  before: Aggregates[K] | undefined,
  after: Aggregates[K],
  over: Partial<Omit<Change<K>, 'before' | 'after' | 'kind'>> = {},
): Change<K> => {
  const cause = over.cause ?? causeOf(`${after.id} ${before?.version ?? 0}`);
  return {
    kind,
    id: after.id,
    by: 'agent:salem',
    at: after.version * 1000,
    recordedAt: after.version * 1000 + 5,
    correlationId: cause,
    causationId: cause,
    events: [NOTE],
    ...over,
    cause,
    before,
    after,
  };
};

/** A case that is not stored yet. */
export const unopened = (over: Partial<Case> = {}): Case => aCase({ version: 0, causes: [], ...over });

/** Return the state after a commit that must succeed. */
export async function committed<K extends Kind>(store: Store, change: Change<K>): Promise<Aggregates[K]> {
  const answer = await store.commit(change);
  if (answer.outcome !== 'committed') throw new Error(`expected a commit, got ${answer.outcome}`);
  return answer.state;
}

/** Open a case in a store. */
export const opened = (store: Store, over: Partial<Case> = {}): Promise<Case> =>
  committed(store, changeOf('case', undefined, unopened(over)));

/** Open a case and commit until it has a version. The subject counts the commits. */
export async function grown(store: Store, version: number, over: Partial<Case> = {}): Promise<Case> {
  let state = await opened(store, over);
  while (state.version < version) {
    state = await committed(store, changeOf('case', state, { ...state, subject: `s${state.version}` }));
  }
  return state;
}

let named = 0;
/** An id that no other aggregate of the store has. */
export const anId = (of: string): string => {
  named += 1;
  return `${of}-${named}`;
};

/** A person, a member of staff and a digest that are not stored yet. */
export const unknownPerson = (over: Partial<Person> = {}): Person => ({
  id: anId('person'),
  version: 0,
  causes: [],
  contacts: [],
  joined: [],
  optOuts: [],
  ...over,
});
export const presentStaff = (over: Partial<StaffMember> = {}): StaffMember => ({
  id: anId('staff'),
  version: 0,
  causes: [],
  ...over,
});
export const emptyDigest = (over: Partial<Digest> = {}): Digest => ({
  id: anId('head:d'),
  version: 0,
  causes: [],
  sent: [],
  ...over,
});
export const plannedCallOut = (over: Partial<CallOut> = {}): CallOut => ({
  id: anId('call-out'),
  version: 0,
  causes: [],
  purpose: 'evaluation',
  beneficiaryId: 'b-called',
  phone: '+966500000001',
  language: 'ar',
  plannedAt: 1000,
  by: 'agent:salem',
  notBefore: 2000,
  attempts: [],
  state: { is: 'planned', at: 2000 },
  nextDueAt: 2000,
  ...over,
});
export const freeLines = (over: Partial<OutboundLines> = {}): OutboundLines => ({
  id: anId('lines'),
  version: 0,
  causes: [],
  taken: [],
  ...over,
});
