import { SECOND } from '../time/instant.ts';
import { confirmsReceipt } from './automatic-phrases.ts';
import { subjectKey } from './subject-key.ts';

/** A mail that opened a case, and the acknowledgement that its author received. */
export interface Exchange {
  readonly subject: string;
  readonly text: string;
  readonly openedAt: number;
  /** When the acknowledgement was sent. Missing when it was not sent. */
  readonly acknowledgedAt?: number | undefined;
}

/** Exchanges of one kind that only a machine causes. */
const EXCHANGES = 4;
/** A person does not read an answer and write a new mail within this time, four times in a row. */
const FASTEST = 30 * SECOND;
/** Share of the words that two mails of one template have in common, although names and types in it differ. */
const OF_ONE_TEMPLATE = 0.7;
/** Words with which a text without any sign of a template is compared. Short texts of people are often the same. */
const FEWEST_WORDS = 8;
const LONGEST_TEXT = 10_000;

/** A receipt of a desk, also in the words of our own acknowledgement: another centre may run the same software. */
const isReceipt = (text: string): boolean =>
  /استلمنا|تم استلام|(?:have|has been) received/iu.test(text.slice(0, LONGEST_TEXT)) || confirmsReceipt(text);

/** The words of a text. Numbers, references and links differ in each mail of a machine. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .slice(0, LONGEST_TEXT)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/https?:\/\/\S+/gu, ' ')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '' && !/\p{N}/u.test(word)),
  );

/** Return true when both texts were made from one template: by a help desk, or word for word. */
function areOfOneTemplate(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  const share = common / (a.size + b.size - common);
  if (share === 1 && a.size >= FEWEST_WORDS) return true;
  return share >= OF_ONE_TEMPLATE && [one, other].some(isReceipt);
}

const isSame = (one: Exchange, other: Exchange): boolean =>
  subjectKey(one.subject) === subjectKey(other.subject) || areOfOneTemplate(one.text, other.text);

/** Return true when each mail came at once after the acknowledgement of the one before. */
const areAnswers = (exchanges: readonly Exchange[]): boolean =>
  exchanges.slice(1).every(({ openedAt }, at) => {
    const after = openedAt - (exchanges[at]?.acknowledgedAt ?? Number.NEGATIVE_INFINITY);
    return after > 0 && after <= FASTEST;
  });

/**
 * Return true when the author of a mail is a machine that answers our acknowledgements, and was not detected as one:
 * several of its mails, each after the acknowledgement of the one before, have the same subject or are made from one
 * template, or came faster than a person writes.
 * @param earlier the acknowledged mails of the same author, oldest first
 */
export function isAnsweringMachine(newest: Exchange, earlier: readonly Exchange[]): boolean {
  if (earlier.length < EXCHANGES) return false;
  if (earlier.filter((one) => isSame(one, newest)).length >= EXCHANGES) return true;
  return areAnswers([...earlier.slice(-EXCHANGES), newest]);
}
