import type { Preference } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { ContactPoint } from '#shared/domain/people/person.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';
import { maskText } from '#shared/runtime/mask-text.ts';
import { readMessage } from './messages.ts';
import { personOf } from './person-of.ts';

const PAGE = 100;

/** One message of a case. `withheld`: another person wrote it, so that their words are left out. */
interface HeldMessage {
  readonly at: string;
  readonly direction: Message['direction'];
  readonly channel: Message['channel'];
  readonly subject?: string;
  readonly text?: string;
  readonly withheld?: true;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

interface HeldCase {
  readonly reference: string;
  readonly type: Case['type'];
  readonly category: string;
  readonly department: string;
  readonly status: Case['status'];
  readonly subject: string;
  readonly channel: Case['channel'];
  readonly language: Case['language'];
  readonly openedAt: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly segment: Case['segment'];
  readonly place?: Case['place'];
  readonly service?: string;
  readonly resolution?: { readonly at: string; readonly as?: string; readonly outcome: string };
  readonly survey?: unknown;
  readonly history: readonly { readonly at: string; readonly event: string }[];
  readonly messages: readonly HeldMessage[];
  readonly calls: readonly {
    readonly startedAt: string;
    readonly endedAt?: string;
    readonly initiation: string;
  }[];
}

/** Everything that the centre holds about a beneficiary, without the data of other people. */
export interface HeldData {
  readonly madeAt: string;
  readonly name?: string;
  readonly contacts: readonly Pick<ContactPoint, 'kind' | 'value'>[];
  readonly optOuts: readonly Preference[];
  readonly language?: string;
  readonly identityProven?: { readonly at: string; readonly by: string };
  readonly cases: readonly HeldCase[];
  readonly callsOut: readonly {
    readonly purpose: string;
    readonly plannedAt: string;
    readonly state: string;
    readonly phone?: string;
    readonly service?: string;
    readonly answers: readonly unknown[];
  }[];
}

interface Deps {
  readonly store: Store;
  readonly blobs: Pick<BlobStore, 'get'>;
}

/** The addresses and numbers of the person: mail in comparable form, numbers by their last nine digits. */
const keyOf = (value: string): string =>
  value.includes('@') ? addressKey(value) : value.replaceAll(/\D/gu, '').slice(-9);

const CONTACT = /[^\s<>"'(),:;@]+@[^\s<>"'(),:;@]+|\+?\d[\d\s-]{7,}\d/gu;

/** Mask the addresses and numbers of other people in words of the centre. Those of the person stay. */
function withoutOthers(text: string, own: ReadonlySet<string>): string {
  const kept: string[] = [];
  const marked = text.replace(CONTACT, (found) => {
    if (!own.has(keyOf(found))) return found;
    kept.push(found);
    return `\uE000${String.fromCodePoint(0xe100 + kept.length)}\uE000`;
  });
  return maskText(marked).replaceAll(
    /\uE000(.)\uE000/gu,
    (_, sign: string) => kept[(sign.codePointAt(0) ?? 0) - 0xe101] ?? '',
  );
}

function heldMessage(message: Message, own: ReadonlySet<string>): HeldMessage {
  const { at, direction, channel, subject, text, fullText, from, attachments } = message;
  const base = { at: isoInstant(at), direction, channel };
  const isOwn = direction === 'in' && (from === undefined || own.has(keyOf(from.address)));
  if (direction === 'in' && !isOwn) return { ...base, withheld: true, attachments: [] };
  const words = (given: string): string => (isOwn ? given : withoutOthers(given, own));
  return {
    ...base,
    subject: words(subject),
    text: words(fullText ?? text),
    attachments: attachments.map(({ name, type, size }) => ({ name: words(name), type, bytes: size })),
  };
}

async function heldCase({ store, blobs }: Deps, found: Case, own: ReadonlySet<string>): Promise<HeldCase> {
  const { id: reference, type, category, department, status, subject, channel, language, segment } = found;
  const { name, email, phone } = found.beneficiary;
  const commits = await store.timeline('case', reference);
  const messages: HeldMessage[] = [];
  for (const { cause } of commits) {
    const message = await readMessage(blobs, reference, cause);
    if (message) messages.push(heldMessage(message, own));
  }
  const calls: HeldCase['calls'][number][] = [];
  for await (const page of pagesOf((request) => store.callsAbout(reference, request), PAGE))
    for (const { startedAt, endedAt, initiationMethod: initiation } of page)
      calls.push({
        ...{ startedAt: isoInstant(startedAt), initiation },
        ...(endedAt !== undefined && { endedAt: isoInstant(endedAt) }),
      });
  const { resolution, survey, place, service } = found;
  return {
    ...{ reference, type, category, department, status, subject, channel, language, segment },
    openedAt: isoInstant(found.openedAt),
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(place && { place }),
    ...(service !== undefined && { service }),
    ...(resolution && {
      resolution: {
        ...{ at: isoInstant(resolution.at), outcome: withoutOthers(resolution.outcome, own) },
        ...(resolution.as !== undefined && { as: resolution.as }),
      },
    }),
    ...(survey && { survey }),
    history: commits.flatMap(({ at, events }) =>
      events.map(({ type: event }) => ({ at: isoInstant(at), event })),
    ),
    ...{ messages, calls },
  };
}

/**
 * Collect everything that the centre holds about a beneficiary, under all of their ids, for a copy that they asked for.
 * Messages of other people are left out, and addresses and numbers of other people in the centre's own words are
 * masked. Staff is not named. Files are listed; they are on the pages of the cases.
 */
export async function heldDataOf(deps: Deps, beneficiaryId: string, now: number): Promise<HeldData> {
  const { store } = deps;
  const person = await personOf(store, beneficiaryId);
  const ids = person ? idsOf(person) : [beneficiaryId];
  const cases: Case[] = [];
  const callsOut: HeldData['callsOut'][number][] = [];
  for (const id of ids) {
    for await (const page of pagesOf((request) => store.ofBeneficiary(id, request), PAGE))
      cases.push(...page.filter(({ erased }) => erased === undefined));
    for await (const page of pagesOf((request) => store.callsOutTo(id, request), PAGE))
      for (const { purpose, plannedAt, state, phone, service, attempts } of page)
        callsOut.push({
          ...{ purpose, plannedAt: isoInstant(plannedAt), state: state.is },
          ...(phone !== undefined && { phone }),
          ...(service && { service: service.name }),
          answers: attempts.flatMap(({ report }) => (report.answers ? [report.answers] : [])),
        });
  }
  const contacts = [
    ...(person?.contacts ?? []),
    ...cases.flatMap(({ beneficiary: { email, phone } }) => [
      ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
      ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
    ]),
  ].map(({ kind, value }) => ({ kind, value }));
  const own = new Set(contacts.map(({ value }) => keyOf(value)));
  const name =
    person?.name ?? cases.find(({ beneficiary }) => beneficiary.name !== undefined)?.beneficiary.name;
  const held: HeldCase[] = [];
  for (const found of cases.sort((a, b) => a.openedAt - b.openedAt))
    held.push(await heldCase(deps, found, own));
  return {
    madeAt: isoInstant(now),
    ...(name !== undefined && { name }),
    contacts: [...new Map(contacts.map((one) => [keyOf(one.value), one])).values()],
    optOuts: person?.optOuts ?? [],
    ...(person?.language && { language: person.language }),
    ...(person?.verified && {
      identityProven: { at: isoInstant(person.verified.at), by: person.verified.means },
    }),
    ...{ cases: held, callsOut },
  };
}
