import { DELIVERY_WORDS, type DeliveryWords } from './data/delivery-words.ts';
import { phraseKey } from './data/word-list.ts';
import { phraseFinder } from './phrase-finder.ts';

type Words = Exclude<keyof DeliveryWords, 'language' | 'source'>;

const all = (kind: Words): readonly string[] => [...new Set(DELIVERY_WORDS.flatMap((one) => one[kind]))];

const SUBJECTS = all('subjects');
const wordsIn = phraseFinder({ failed: all('failed'), delayed: all('delayed') });
const LABELS = all('labels');
const RETURNED = all('returned');

const LONGEST_SUBJECT = 300;
/** A server reports first, and writes the details below. */
const LONGEST_REPORT = 4_000;
const LONGEST_MARKER = 160;

const normalised = (text: string, length: number): string => phraseKey(text.slice(0, length));

/** Return true for the subject of a delivery report. People write such subjects too. */
export function isDeliverySubject(subject: string): boolean {
  const start = normalised(subject, LONGEST_SUBJECT);
  return SUBJECTS.some((phrase) => start.startsWith(phrase));
}

/** Return true for a subject that ends like a delivery report after the subject of the failed mail. */
export const endsLikeDeliverySubject = (subject: string): boolean =>
  /\((?:delivery failed|undeliverable|failure|delay)\)$/.test(normalised(subject, LONGEST_SUBJECT));

/** Return true when a text says that a mail was not delivered, or not yet. */
export const saysUndelivered = (text: string): boolean => wordsIn(normalised(text, LONGEST_REPORT)).size > 0;

/** Return true when a text says that the server still tries to deliver the mail. */
export const saysDelayed = (text: string): boolean =>
  wordsIn(normalised(text, LONGEST_REPORT)).has('delayed');

/** Return true when the end of a text announces an address that failed. */
export function announcesAddress(text: string): boolean {
  const end = phraseKey(text.slice(-LONGEST_MARKER)).replace(/[\s:：<"'([-]+$/, '');
  return LABELS.some((label) => end.endsWith(label));
}

/** Return true for the line above the returned mail: "--- Below this line is a copy of the message." */
export function isReturnedMarker(line: string): boolean {
  if (line.trim() === '' || line.length > LONGEST_MARKER) return false;
  const text = phraseKey(line).replace(/^[-=|_*~>#\s]+/, '');
  return RETURNED.some((phrase) => text.startsWith(phrase));
}
