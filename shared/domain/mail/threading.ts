import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { addressKey } from './address-key.ts';
import { freeReferences } from './free-references.ts';

/**
 * Where a reference was found: in the author's own words, the subject, the address, a Message-ID, the words the
 * author quotes, or the mail that a report returns.
 */
type ReferenceSource = 'text' | 'subject' | 'address' | 'message-id' | 'quote' | 'report';

export interface ReferenceCandidate {
  readonly reference: string;
  readonly source: ReferenceSource;
  /** The text that contained it, for the case's record. */
  readonly found: string;
}

/** The fields of a mail that can contain a reference. */
export interface Threadable {
  readonly to: readonly { readonly address: string }[];
  readonly cc: readonly { readonly address: string }[];
  /** Recipients of the envelope, which the headers may not contain. */
  readonly recipients?: readonly string[];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  /** The new part of the text, and the whole text. */
  readonly text?: string;
  readonly fullText?: string;
  /** Subject and addresses of the mail that a report returns. */
  readonly reported?: readonly string[];
}

export interface ThreadingRules {
  /** Receiving addresses of the centre. A reference is sent as `help+REFERENCE@…`. */
  readonly ownAddresses: readonly string[];
  /**
   * Domain of the centre's Message-IDs, whose left side begins with the reference: `<REFERENCE.…@domain>`.
   */
  readonly ownMessageIdDomain: string;
  /** References by the Message-ID of an earlier mail, because SES gives sent mail its own id. */
  readonly sentMessageIds?: ReadonlyMap<string, string>;
  /** Parse a reference in a short text, with its check digit. Return undefined or null when there is none. */
  readonly parseReference: (text: string) => string | null | undefined;
}

const MOST_MESSAGE_IDS = 60;

function plusTag(address: string, ownAddresses: readonly string[]): string | null {
  const found = /^([^+@]+)\+([^@]{1,64})(@.+)$/.exec(addressKey(address));
  if (!found) return null;
  const [, local, tag, domain] = found;
  return ownAddresses.some((own) => addressKey(own) === `${local}${domain}`) ? (tag ?? null) : null;
}

function messageIdTag(id: string, domain: string): string | null {
  const found = /^<?([^<>@\s]{1,200})@([^<>@\s]+?)>?$/.exec(id.trim());
  return found?.[2]?.toLowerCase() === domain.toLowerCase() ? (found[1]?.split('.')[0] ?? null) : null;
}

function subjectTags(subject: string): string[] {
  const tagged = toLatinDigits(subject.slice(0, 1_000)).matchAll(
    /\[\s*(?:رضا|rida)\s*[:#]?\s*([^[\]]{3,40})\]/gi,
  );
  return [...tagged].map((match) => match[1]?.trim() ?? '');
}

/** Return the references that the author typed in the subject. Those in our tag are copied by mail programs. */
function typedInSubject(subject: string): string[] {
  const tags = new Set(subjectTags(subject).flatMap(freeReferences));
  return freeReferences(subject).filter((one) => !tags.has(one));
}

/**
 * Find the cases a mail may belong to, each reference once. References that the author typed in the text and the
 * subject are first, then those of addresses and Message-IDs, then those in the quoted text. They are hints and no
 * proof, because a sender can write anything into these fields. `decideMail` checks the sender.
 */
export function findReferences(mail: Threadable, rules: ThreadingRules): ReferenceCandidate[] {
  const addresses = [...(mail.recipients ?? []), ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const ids = [mail.inReplyTo ?? '', ...mail.references.slice(-MOST_MESSAGE_IDS).reverse()];
  const each = (source: ReferenceSource, found: readonly string[]): [ReferenceSource, string | null][] =>
    found.map((one) => [source, one]);
  const texts: [ReferenceSource, string | null][] = [
    ...each('text', freeReferences(mail.text ?? '')),
    ...each('subject', typedInSubject(mail.subject)),
    ...addresses.map((address): [ReferenceSource, string | null] => [
      'address',
      plusTag(address, rules.ownAddresses),
    ]),
    ...ids.flatMap((id): [ReferenceSource, string | null][] => [
      ['message-id', messageIdTag(id, rules.ownMessageIdDomain)],
      ['message-id', rules.sentMessageIds?.get(id) ?? null],
    ]),
    ...each('subject', subjectTags(mail.subject)),
    ...each('quote', freeReferences(mail.fullText ?? '')),
    ...each('report', (mail.reported ?? []).flatMap(freeReferences)),
  ];
  const candidates = new Map<string, ReferenceCandidate>();
  for (const [source, found] of texts) {
    const reference = found ? rules.parseReference(found) : undefined;
    if (found && reference && !candidates.has(reference)) {
      candidates.set(reference, { reference, source, found });
    }
  }
  return [...candidates.values()];
}
