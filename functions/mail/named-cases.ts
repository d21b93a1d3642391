import { referenceFor } from '#shared/application/open-case.ts';
import { standingCase } from '#shared/application/standing-case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { findReferences, type ReferenceCandidate } from '#shared/domain/mail/threading.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
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

const CANDIDATES = 5;

/** Return a case and the case into which it was merged. */
export const loadNamedCase = async (store: Store, reference: string): Promise<NamedCase | undefined> => {
  const named = await store.load('case', reference);
  return named && { named, standing: await standingCase(store, named) };
};

async function loadAll(store: Store, candidates: readonly ReferenceCandidate[]): Promise<NamedCase[]> {
  const found = await Promise.all(candidates.map(({ reference }) => loadNamedCase(store, reference)));
  return found.filter((loadedCase) => loadedCase !== undefined);
}

/**
 * Find the cases to which a mail may belong: the cases that it names, otherwise those that mails of its
 * thread opened. References of the latter are derived from Message-ID and author.
 */
export async function casesNamed(
  { store, keys }: Deps,
  { centre: { helpAddress } }: Rules,
  mail: ParsedMail,
  recipients: readonly string[],
): Promise<NamedCases> {
  const { inReplyTo, references, from } = mail;
  const author = from?.address ?? '';
  const thread = new Set([inReplyTo ?? '', references[0] ?? '', ...references.slice(-2)].filter(Boolean));
  const derived = await Promise.all(
    [...thread].map(async (id) => [id, await referenceFor(keys, originOf(id, author))] as const),
  );
  const find = (sentMessageIds: ReadonlyMap<string, string>) =>
    findReferences(
      { ...mail, recipients },
      {
        ownAddresses: [helpAddress],
        ownMessageIdDomain: helpAddress.split('@')[1] ?? '',
        sentMessageIds,
        parseReference: (text) => parseReference(text) ?? null,
      },
    ).slice(0, CANDIDATES);
  const named = find(new Map());
  const cases = await loadAll(store, named);
  if (cases.length > 0 || derived.length === 0) return { candidates: named, cases };
  const candidates = find(new Map(derived));
  return { candidates, cases: await loadAll(store, candidates) };
}
