import { casesUnder, personOf } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { knownPeople, maskedCase } from '#shared/domain/cases/masked-case.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import { type Hidden, maskEmail, maskName, maskPhone } from '#shared/domain/people/mask.ts';
import type { ContactPoint, Person } from '#shared/domain/people/person.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { Store } from '#shared/ports/store.ts';

const SHOWN = 50;

/** Everything that the page of a beneficiary shows. */
export interface PersonFile {
  readonly person: Person;
  readonly name: string | undefined;
  /** The contacts from the record and from the cases. */
  readonly contacts: readonly ContactPoint[];
  /** Newest first. */
  readonly cases: readonly Case[];
}

const contactsOf = ({ beneficiary }: Case): ContactPoint[] => {
  const { id: beneficiaryId, email, phone } = beneficiary;
  return [
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email, beneficiaryId }]),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone, beneficiaryId }]),
  ];
};

/** Return the page's data as a reader sees it who may not see the hidden fields. */
function maskedFile(file: PersonFile, hidden: Hidden): PersonFile {
  if (hidden.size === 0) return file;
  const people = knownPeople(file.cases);
  const names = file.name === undefined ? people.names : [...people.names, file.name];
  const masked = ({ kind, value, ...rest }: ContactPoint): ContactPoint => {
    const mask = kind === 'email' ? maskEmail : maskPhone;
    return { ...rest, kind, value: hidden.has(kind) ? mask(value) : value };
  };
  return {
    person: file.person,
    name: file.name !== undefined && hidden.has('name') ? maskName(file.name) : file.name,
    contacts: file.contacts.map(masked),
    cases: file.cases.map((one) => maskedCase(one, hidden, { ...people, names })),
  };
}

/** Load a beneficiary by any of their ids. Return undefined when there is no record and no case. */
export async function loadPerson(
  store: Store,
  id: string,
  { roles }: { readonly roles: readonly Role[] },
): Promise<PersonFile | undefined> {
  const person = await personOf(store, id);
  const cases = await casesUnder(store, person ? idsOf(person) : [id], SHOWN);
  if (!person && cases.length === 0) return undefined;
  const all = [...(person?.contacts ?? []), ...cases.flatMap(contactsOf)];
  const contacts = [...new Map(all.map((contact) => [`${contact.kind} ${contact.value}`, contact])).values()];
  const file = {
    person: person ?? { id, version: 0, causes: [], contacts: [], joined: [], optOuts: [] },
    name: person?.name ?? cases.find(({ beneficiary }) => beneficiary.name !== undefined)?.beneficiary.name,
    contacts,
    cases,
  };
  return maskedFile(file, hiddenFrom(roles));
}
