import { referenceFor } from '#shared/application/open-case.ts';
import { survivingCase } from '#shared/application/surviving-case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { withoutTag } from '#shared/domain/mail/own-address.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { newPartOf } from '#shared/domain/mail/part-of-mail.ts';
import { findReferences, type ReferenceCandidate } from '#shared/domain/mail/threading.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { readingStep } from './limited-reading.ts';
import { originOf } from './mail-identity.ts';
import type { NamedCase } from './participants.ts';

/** The cases to which a mail may belong, and how they were found. */
export interface NamedCases {
  readonly candidates: readonly ReferenceCandidate[];
  readonly cases: readonly NamedCase[];
}

interface Deps {
  readonly store: Store;
  readonly keys: Keys;
}

/** A mail with its writer, its envelope recipients and the addresses of the centre. */
export interface Addressed {
  readonly mail: ParsedMail;
  readonly writer: string;
  readonly recipients: readonly string[];
  /** The addresses of the centre, the sending one first. */
  readonly own: readonly string[];
}

const CANDIDATES = 5;
/** Number of other participants whose mail may have opened the case of a thread. */
const OTHERS = 10;

/** Load a case, and the one it was merged into. */
export const namedCase = async (store: Store, reference: string): Promise<NamedCase | undefined> => {
  const named = await store.load('case', reference);
  return named && { named, surviving: await survivingCase(store, named) };
};

async function loadAll(store: Store, candidates: readonly ReferenceCandidate[]): Promise<NamedCase[]> {
  const found = await Promise.all(candidates.map(({ reference }) => namedCase(store, reference)));
  return found.filter((namedCase) => namedCase !== undefined);
}

/** List the newest Message-IDs of a thread and its first. */
const threadOf = ({ inReplyTo, references }: ParsedMail): string[] => [
  ...new Set([inReplyTo ?? '', references[0] ?? '', ...references.slice(-2)].filter(Boolean)),
];

/**
 * Find the cases opened by mails of the thread. Their references are derived from Message-ID and author. The
 * author may be the writer or another participant, because a person in copy can reply to all.
 */
async function casesOfThread({ store, keys }: Deps, { mail, writer, own }: Addressed): Promise<NamedCases> {
  const ours = new Set(own.map(withoutTag));
  const others = [...mail.to, ...mail.cc].map(({ address }) => address);
  const authors = [writer, ...others.filter((one) => !ours.has(withoutTag(one))).slice(0, OTHERS)];
  for (const author of new Set(authors.filter(Boolean))) {
    const drawn = threadOf(mail).flatMap((id) =>
      [true, false].map(async (proven): Promise<ReferenceCandidate> => {
        const reference = await referenceFor(keys, originOf(id, author, proven));
        return { reference, source: 'message-id', found: id };
      }),
    );
    const candidates = await Promise.all(drawn);
    const cases = await loadAll(store, candidates);
    if (cases.length === 0) continue;
    const ids = new Set<string>(cases.map(({ named }) => named.id));
    return { candidates: candidates.filter(({ reference }) => ids.has(reference)), cases };
  }
  return { candidates: [], cases: [] };
}

/** Find the cases of a mail: those it names, otherwise those opened by mails of its thread. */
export async function casesNamed(deps: Deps, addressed: Addressed): Promise<NamedCases> {
  const { mail, recipients, own } = addressed;
  const rules = {
    ownAddresses: own,
    ownMessageIdDomain: own[0]?.split('@').at(-1) ?? '',
    parseReference: (typed: string) => parseReference(typed) ?? null,
  };
  const found = readingStep(mail, () => {
    const text = newPartOf(mail);
    const texts = { text, fullText: mail.text, reported: mail.report?.original ?? [] };
    return findReferences({ ...mail, ...texts, recipients }, rules);
  });
  const candidates = found.slice(0, CANDIDATES);
  const cases = await loadAll(deps.store, candidates);
  if (cases.length > 0) return { candidates, cases };
  const thread = await casesOfThread(deps, addressed);
  return thread.cases.length > 0 ? thread : { candidates, cases };
}
