import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { DELIVERY_WORDS, type DeliveryWords } from './data/delivery-words.ts';

type Words = Exclude<keyof DeliveryWords, 'language' | 'source'>;

const all = (kind: Words): readonly string[] => [...new Set(DELIVERY_WORDS.flatMap((one) => one[kind]))];

const SUBJECTS = all('subjects');
const FAILED = all('failed');
const DELAYED = all('delayed');
const LABELS = all('labels');
const RETURNED = all('returned');

const LONGEST_SUBJECT = 300;
/** A server reports first, and writes the details below. */
const LONGEST_REPORT = 4_000;
const LONGEST_MARKER = 160;

const normalised = (text: string, length: number): string =>
  normaliseArabic(text.slice(0, length).replaceAll('’', "'"));
const hasOne = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** Return true for the subject of a delivery report. People write such subjects too. */
export function isDeliverySubject(subject: string): boolean {
  const start = normalised(subject, LONGEST_SUBJECT);
  return SUBJECTS.some((phrase) => start.startsWith(phrase));
}

/** Return true for a subject that ends like a delivery report after the subject of the failed mail. */
export const endsLikeDeliverySubject = (subject: string): boolean =>
  /\((?:delivery failed|undeliverable|failure|delay)\)$/.test(normalised(subject, LONGEST_SUBJECT));

/** Return true when a text says that a mail was not delivered, or not yet. */
export const saysUndelivered = (text: string): boolean => {
  const start = normalised(text, LONGEST_REPORT);
  return hasOne(start, FAILED) || hasOne(start, DELAYED);
};

/** Return true when a text says that the server still tries to deliver the mail. */
export const saysDelayed = (text: string): boolean => hasOne(normalised(text, LONGEST_REPORT), DELAYED);

/** Return true when the end of a text announces an address that failed. */
export function announcesAddress(text: string): boolean {
  const end = normaliseArabic(text.slice(-LONGEST_MARKER)).replace(/[\s:：<"'([-]+$/, '');
  return LABELS.some((label) => end.endsWith(label));
}

/** Return true for the line above the returned mail: "--- Below this line is a copy of the message." */
export function isReturnedMarker(line: string): boolean {
  if (line.trim() === '' || line.length > LONGEST_MARKER) return false;
  const text = normaliseArabic(line).replace(/^[-=|_*~>#\s]+/, '');
  return RETURNED.some((phrase) => text.startsWith(phrase));
}
