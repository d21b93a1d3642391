import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import {
  BANNER,
  DASHED,
  DATE,
  FROM,
  hasAddress,
  hasDate,
  hasTime,
  hasWrote,
  OTHER,
  SENT,
  SUBJECT,
  TO,
} from './quote-patterns.ts';

/** How the history of a mail begins, which says what its lines are. */
export interface History {
  /** `quoted`: its lines carry `>`. `rest`: everything below. `forwarded`: everything below, and it may be the point. */
  readonly kind: 'quoted' | 'rest' | 'forwarded';
  /** Lines of the opening itself. */
  readonly lines: number;
}

/** The lines of a mail, also in the form in which the rules compare them. */
export interface Lines {
  readonly raw: readonly string[];
  readonly plain: readonly string[];
  /** Whether the mail answers another; undefined when nobody says. */
  readonly answers: boolean | undefined;
}

/**
 * Written where HTML marks the beginning of a history: the line that Outlook draws in plain text, and at its end a
 * character nobody sees or types.
 */
export const HISTORY_RULE = '________________________________\u200b';
const RULE = /^_{20,}$/;
const FIELD_LINES = 12;
/** Gmail, Apple Mail and others fold their line after 72 characters or so, at an address once more. */
const ATTRIBUTION_LINES = 3;
const LONGEST_ATTRIBUTION = 320;

/** A line as the rules compare it: without the quote mark, short, in the form of `normaliseArabic`. */
export function comparable(line: string): string {
  if (line.trim() === '') return '';
  return normaliseArabic(line.slice(0, 400).replace(/^\s*>[\s>]*/, ''));
}

export const isQuoted = (line: string): boolean => /^\s*>(?!From )/.test(line);

const fieldValue = (pattern: RegExp, lines: readonly string[]): string | undefined =>
  lines.map((line) => pattern.exec(line)?.groups?.value).find((value) => value !== undefined);

/** The lines of a block of header fields: labels, and lines that go on with a long value. */
function blockAt(plain: readonly string[], at: number): readonly string[] {
  const end = plain.slice(at, at + FIELD_LINES).indexOf('');
  return plain.slice(at, end < 0 ? at + FIELD_LINES : at + end);
}

/**
 * How much speaks for a block of fields being a mail program's: an address, a time of day, a label that letters
 * do not have, bold print. The heads of people's own letters have names and days.
 */
function proofOf(block: readonly string[]): number {
  const from = fieldValue(FROM, block) ?? '';
  const to = fieldValue(TO, block) ?? '';
  const date = fieldValue(DATE, block) ?? '';
  return [
    hasAddress(from) || /\[mailto:/.test(from),
    hasAddress(to),
    hasTime(date) && (hasDate(date) || /\d/.test(date)),
    block.some((line) => SENT.test(line)),
    block.some((line) => FROM.exec(line)?.groups?.bold),
  ].filter(Boolean).length;
}

const FLAT =
  /^\*?(?:from|من) ?\*? ?: .{1,200} \*?(?:sent|تم الارسال|تاريخ الارسال|date) ?\*? ?: .{1,200} \*?(?:subject|الموضوع) ?\*? ?:/;

/**
 * Whether a mail program's header fields begin here: at least three different ones in a row, with values such as
 * they have, and either something stands before them or the mail is an answer.
 */
function opensFields({ plain, answers }: Lines, at: number): boolean {
  const line = plain[at] ?? '';
  if (FLAT.test(line)) return true;
  if (![FROM, DATE, SUBJECT].some((field) => field.test(line))) return false;
  const block = blockAt(plain, at);
  const fields = [FROM, DATE, TO, SUBJECT].filter((field) => block.some((each) => field.test(each)));
  if (!fields.includes(FROM) || fields.length < 3) return false;
  // Every line belongs to a field: the first two lines of a letter's own text would not.
  const labelled = block.filter((each) => [...fields, OTHER].some((field) => field.test(each))).length;
  if (labelled < Math.min(3, block.length)) return false;
  const proof = proofOf(block);
  if (answers !== false) return proof >= 1;
  const isFirst = plain.slice(0, at).every((each) => each === '');
  return !isFirst && proof >= 2;
}

/** A line of underscores, as Outlook and HTML mails draw it above the fields, in any language. */
function opensRule({ raw, plain }: Lines, at: number): boolean {
  if (raw[at] === HISTORY_RULE) return true;
  if (!/^__+$/.test(plain[at] ?? '')) return false;
  const below = plain.slice(at + 1, at + 4).findIndex((line) => line !== '');
  if (below < 0) return false;
  const start = at + 1 + below;
  if (/\bmailing list\b|القايمه البريديه/.test(plain[start] ?? '')) return true;
  if (!RULE.test(plain[at] ?? '')) return false;
  if (FROM.test(plain[start] ?? '')) return true;
  const block = blockAt(plain, start);
  const values = block.filter((line) => /^[\p{L}\p{M}' ]{1,30} ?: ?\S/u.test(line));
  return values.length >= 2 && values.some((line) => hasAddress(line) || hasTime(line) || hasDate(line));
}

function opensBanner(lines: Lines, at: number): boolean {
  const line = lines.plain[at] ?? '';
  if (BANNER.test(line)) return true;
  if (!DASHED.test(line)) return false;
  return [1, 2].some((step) => opensFields({ ...lines, answers: undefined }, at + step));
}

/** `2026/11/22 Rida <help@rida.example>`, Gmail's line in some languages, which may lack the colon. */
const DATE_AND_NAME =
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?: \d{1,2}:\d{2}(?: gmt[+-]\d{1,2}:?\d{0,2})?)? [^<>]{1,80} <[^<>\s]+@[^<>\s]+>:?$/;
/** `Rida <help@rida.example> wrote:` and not a word more. */
const NAME_WROTE = /^[^<>:]{0,80}<[^<>\s]+@[^<>\s]+> ?[\p{L}\p{M}/() ]{3,30}:$/u;
/** `вс, 22 нояб. 2026 г. в 10:00, Rida <help@rida.example>:`, as Gmail writes in languages without a verb. */
const ENDS_IN_ADDRESS = /^[^<>]{1,160}<[^<>\s]+@[^<>\s]+> ?:$/;
/** Zoho: `---- On Sun, 22 Nov 2026 10:00:00 +0300 Rida <help@rida.example> wrote ----`. */
const BETWEEN_DASHES = /^-{3,} ?.{10,300} ?-{3,}$/;

/** Whether a text says who wrote what follows: in any language with address and date, else in a known one. */
function isAttribution(text: string, quoteFollows: boolean): boolean {
  if (text.length > LONGEST_ATTRIBUTION) return false;
  const dated = hasDate(text) || hasTime(text);
  if (BETWEEN_DASHES.test(text)) return dated && hasWrote(text);
  if (quoteFollows && DATE_AND_NAME.test(text)) return true;
  const address = hasAddress(text);
  const isWhole = address && hasDate(text) && hasTime(text);
  if (!/:$/.test(text)) return isWhole && / wrote$/.test(text);
  if (isWhole && ENDS_IN_ADDRESS.test(text)) return true;
  if (address && dated) return quoteFollows || (hasWrote(text) && hasTime(text));
  if (!hasWrote(text)) return false;
  if (!quoteFollows) return NAME_WROTE.test(text);
  return address || dated || /^on .{2,60} wrote ?:$/.test(text);
}

/** A sentence of the author's own does not go on in the line that says who wrote the quote. */
const isSentence = (line: string): boolean => /[^\d][.!?؟…][)"'»]?$/.test(line);

/** An address that is folded before its end: the line below begins with `>`, and is no quote. */
const isUnclosed = (line: string): boolean => /<[^<>]*$/.test(line) && line.length <= 200;

/** The first half of an attribution that was folded behind its date: `On Sunday, 22 November 2026 at 10:00`. */
const isDateLine = (line: string): boolean =>
  line.length <= 70 &&
  hasDate(line) &&
  (hasTime(line) || /^(?:on|le|am|el|em|il|op|den|pada|noong|في|بتاريخ|يوم) \S{1,20} ?\d/.test(line));

/** Whether the lines below the first are an attribution without it. */
function isWholeWithout(own: readonly string[], quoteFollows: boolean): boolean {
  const [first = '', ...rest] = own;
  const text = rest.join(' ');
  if (rest.length === 0 || !isAttribution(text, quoteFollows)) return false;
  return hasDate(text) || hasTime(text) || !isDateLine(first);
}

/** Lines as one; the mark that ends a folded address is no quote mark. */
const joined = ({ raw, plain }: Lines, at: number, count: number): string =>
  Array.from({ length: count }, (_, step) => {
    const above = step > 0 ? (plain[at + step - 1] ?? '') : '';
    return isUnclosed(above)
      ? normaliseArabic((raw[at + step] ?? '').slice(0, 400))
      : (plain[at + step] ?? '');
  })
    .join(' ')
    .replace(/< /g, '<')
    .replace(/ >/g, '>');

/** Where quoted lines begin below a line, past empty lines; -1 when something else follows. */
function quoteBelow({ raw, plain }: Lines, at: number): number {
  const next = plain.slice(at, at + 3).findIndex((line) => line !== '');
  return next >= 0 && isQuoted(raw[at + next] ?? '') ? at + next : -1;
}

/**
 * Lines of the attribution that begins here; 0 when there is none. It stands directly above the quote, in as
 * few lines as make it whole, so that it never takes in a sentence of the author's.
 */
function attributionLines(lines: Lines, at: number): number {
  const { raw, plain } = lines;
  for (let count = 1; count <= ATTRIBUTION_LINES; count += 1) {
    const end = at + count;
    const own = plain.slice(at, end);
    if (own.some((line, step) => line === '' && !(step > 0 && isUnclosed(plain[at + step - 1] ?? ''))))
      return 0;
    if (isQuoted(raw[end - 1] ?? '') && !isUnclosed(plain[end - 2] ?? '')) return 0;
    if (count > 1 && isSentence(plain[end - 2] ?? '')) return 0;
    const quoteFollows = quoteBelow(lines, end) >= 0;
    if (!isAttribution(joined(lines, at, count), quoteFollows)) continue;
    return isWholeWithout(own, quoteFollows) || isWholeWithout(own.slice(1), quoteFollows) ? 0 : count;
  }
  return 0;
}

/**
 * Whether the history of a mail begins at a line: the banner of a forwarded or original message, the header
 * fields of Outlook and others, or the line in which Gmail, Apple Mail, Thunderbird and Yahoo say who wrote what
 * follows; in the languages of `QUOTE_WORDS`, and in any language when quoted lines follow.
 */
export function historyAt(lines: Lines, at: number): History | null {
  if (isQuoted(lines.raw[at] ?? '') || lines.plain[at] === '') return null;
  if (opensBanner(lines, at) || opensRule(lines, at) || opensFields(lines, at))
    return { kind: 'forwarded', lines: 1 };
  const count = attributionLines(lines, at);
  if (count === 0) return null;
  return { kind: quoteBelow(lines, at + count) >= 0 ? 'quoted' : 'rest', lines: count };
}
