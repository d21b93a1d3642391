import type { CaseType, Channel } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { SEARCH_FIELDS, type WordFinder } from './relevance.ts';
import { foldForSearch, joinedWord, numberWords, searchNumbers, searchWords } from './search-words.ts';

/** The states of a case that a search distinguishes. */
export const SEARCH_STATES = ['active', 'resolved', 'closed'] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

/** The properties by which results are filtered. */
export interface SearchFacets {
  readonly state: SearchState;
  readonly type: CaseType;
  readonly department: string;
  readonly category: string;
  readonly channel: Channel;
}

/** A case in the index: its facets, and the words of everything that may change. */
export interface SearchEntry {
  readonly caseRef: string;
  /** The version of the case. An older one never replaces a newer one. */
  readonly version: number;
  readonly openedAt: number;
  readonly facets: SearchFacets;
  /** Reference, addresses, telephone number and the numbers of outside bodies, without signs. */
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  readonly subject: readonly string[];
}

const stateOf = ({ status }: Case): SearchState => {
  if (isActive(status)) return 'active';
  return status === 'resolved' ? 'resolved' : 'closed';
};

const identifier = (text: string): string => joinedWord(foldForSearch(text));

/** Return the entry of a case. */
export function searchEntryOf(supportCase: Case): SearchEntry {
  const {
    id,
    version,
    openedAt,
    type,
    department,
    category,
    channel,
    beneficiary,
    outside = [],
  } = supportCase;
  const { email, answerTo, phone, name = '' } = beneficiary;
  const identifiers = [id, email, answerTo, ...outside.map(({ number }) => number)];
  const written = identifiers.filter((one) => one !== undefined);
  return {
    ...{ caseRef: id, version, openedAt },
    facets: { state: stateOf(supportCase), type, department, category, channel },
    numbers: [...new Set([...written.map(identifier), ...numberWords(phone ?? '')])],
    names: searchWords(name),
    subject: searchWords(supportCase.subject),
  };
}

/** Return the words of a case beside its messages: its place, service, outside bodies, outcome and comments. */
export function wordsOfCase(supportCase: Case): readonly string[] {
  const { resolution, survey, confirmation, beneficiary, place, service, outside = [] } = supportCase;
  const comments = [survey, confirmation].map((one) => (one && 'comment' in one ? one.comment : undefined));
  const texts = [resolution?.outcome, ...comments, beneficiary.email, place?.words, service]
    .concat(outside.flatMap(({ holder, number }) => [holder, number]))
    .filter((one) => one !== undefined);
  return texts.flatMap(searchWords);
}

/** Find words among the reference, the name, the subject, the place and the service of a case. */
export function wordFinder(supportCase: Case): WordFinder {
  const { numbers, names, subject } = searchEntryOf(supportCase);
  const { place, service } = supportCase;
  const text = [place?.words ?? '', service ?? ''].flatMap(searchWords);
  const fields = { number: numbers, name: names, subject, text };
  return (beginning) =>
    SEARCH_FIELDS.flatMap((field) =>
      fields[field]
        .filter((word) => word.startsWith(beginning))
        .map((word) => ({ field, isWhole: word === beginning })),
    );
}

/** Return the words of a message: its text, subject, author, recipients of copies, and names of files. */
export function wordsOfMessage(message: Message): readonly string[] {
  const { text, fullText = '', subject, from, cc = [], attachments } = message;
  const texts = [
    text,
    subject,
    from?.name ?? '',
    from?.address ?? '',
    ...cc,
    ...attachments.map(({ name }) => name),
  ];
  return [...new Set([...texts.flatMap(searchWords), ...searchNumbers(fullText)])];
}
