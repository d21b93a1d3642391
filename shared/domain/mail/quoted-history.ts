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

/** The opening of a mail's history, with its kind. */
export interface History {
  /**
   * `quoted`: lines with `>`. `rest`: everything below. `forwarded`: everything below, which may be the main
   * content.
   */
  readonly kind: 'quoted' | 'rest' | 'forwarded';
  /** Number of lines of the opening. */
  readonly lines: number;
}

/** The lines of a mail, also in normalised form for the rules. */
export interface MailLines {
  readonly raw: readonly string[];
  readonly plain: readonly string[];
  /** Whether the mail is a reply. Undefined when unknown. */
  readonly answers: boolean | undefined;
}

/**
 * Marks the beginning of a history in HTML: Outlook's line in plain text, with an invisible character at its end
 * that people do not type.
 */
export const HISTORY_RULE = '________________________________\u200b';
const RULE = /^_{20,}$/;
const FIELD_LINES = 12;
/** Gmail, Apple Mail and others fold their line after about 72 characters, and again at an address. */
const ATTRIBUTION_LINES = 3;
const LONGEST_ATTRIBUTION = 320;

/** Normalise a line for the rules: without the quote mark, short, in the form of `normaliseArabic`. */
export function comparable(line: string): string {
  if (line.trim() === '') return '';
  return normaliseArabic(line.slice(0, 400).replace(/^\s*>[\s>]*/, ''));
}

/** The author's own ornament: `>>> www.rida.example <<<`. */
const isOrnament = (line: string): boolean => /^\s*>>[\s>]*[^\s<>][^<>]*<<+\s*$/.test(line);

export const isQuoted = (line: string): boolean => /^\s*>(?!From )/.test(line) && !isOrnament(line);

const fieldValue = (pattern: RegExp, lines: readonly string[]): string | undefined =>
  lines.map((line) => pattern.exec(line)?.groups?.value).find((value) => value !== undefined);

/** Return the lines of a block of header fields: labels, and continuation lines of a long value. */
function blockAt(plain: readonly string[], at: number): readonly string[] {
  const end = plain.slice(at, at + FIELD_LINES).indexOf('');
  return plain.slice(at, end < 0 ? at + FIELD_LINES : at + end);
}

/**
 * Count the signs that a mail program wrote a block of fields: an address, a time of day, a label that
 * letters do not have, bold text. The heads of people's own letters have names and days.
 */
function proofOf(block: readonly string[]): number {
  const from = fieldValue(FROM, block) ?? '';
  const to = fieldValue(TO, block) ?? '';
  const date = fieldValue(DATE, block) ?? '';
  return [
    hasAddress(from) || /\[mailto:/.test(from),
    hasAddress(to),
    hasTime(date) && (hasDate(date) || /\d/.test(date.replace(/\d{1,2}(?:[.:٫]\d{2}){1,2}/g, ''))),
    block.some((line) => SENT.test(line)),
    block.some((line) => FROM.exec(line)?.groups?.bold),
  ].filter(Boolean).length;
}

const FLAT =
  /^\*?(?:from|من) ?\*? ?: .{1,200} \*?(?:sent|تم الارسال|تاريخ الارسال|date) ?\*? ?: .{1,200} \*?(?:subject|الموضوع) ?\*? ?:/;

/** Return true for two fields, an address and a date in the form of RFC 5322 with its zone. */
const isProgramHead = (block: readonly string[]): boolean =>
  hasAddress(fieldValue(FROM, block) ?? fieldValue(TO, block) ?? '') &&
  /\d{1,2}:\d{2}:\d{2} [+-]\d{4}\b/.test(fieldValue(DATE, block) ?? '');

/**
 * Return true when header fields of a mail program begin here: at least three different ones in a row, with
 * typical values, and either text before them or a mail that is a reply.
 */
function opensFields({ plain, answers }: MailLines, at: number): boolean {
  const line = plain[at] ?? '';
  if (FLAT.test(line)) return true;
  if (![FROM, DATE, SUBJECT].some((field) => field.test(line))) return false;
  const block = blockAt(plain, at);
  const fields = [FROM, DATE, TO, SUBJECT].filter((field) => block.some((each) => field.test(each)));
  if (answers === true && isProgramHead(block)) return true;
  if (!fields.includes(FROM) || fields.length < 3) return false;
  // Every line must belong to a field. The first lines of a letter's own text would not.
  const labelled = block.filter((each) => [...fields, OTHER].some((field) => field.test(each))).length;
  if (labelled < Math.min(3, block.length)) return false;
  const proof = proofOf(block);
  if (answers !== false) return proof >= 1;
  const isFirst = plain.slice(0, at).every((each) => each === '');
  return !isFirst && proof >= 2;
}

/** Detect a line of underscores above the fields, as Outlook and HTML mails draw it, in any language. */
function opensRule({ raw, plain, answers }: MailLines, at: number): boolean {
  if (raw[at] === HISTORY_RULE) return true;
  if (!/^(?:__+|={4,})$/.test(plain[at] ?? '')) return false;
  const below = plain.slice(at + 1, at + 4).findIndex((line) => line !== '');
  if (below < 0) return false;
  const start = at + 1 + below;
  if (opensFields({ raw, plain, answers }, start)) return true;
  if (/\bmailing list\b|القايمه البريديه/.test(plain[start] ?? '')) return true;
  if (!RULE.test(plain[at] ?? '')) return false;
  if (FROM.test(plain[start] ?? '')) return true;
  const block = blockAt(plain, start);
  const values = block.filter((line) => /^[\p{L}\p{M}' ]{1,30} ?: ?\S/u.test(line));
  return values.length >= 2 && values.some((line) => hasAddress(line) || hasTime(line) || hasDate(line));
}

function opensBanner(lines: MailLines, at: number): boolean {
  const line = lines.plain[at] ?? '';
  if (BANNER.test(line)) return true;
  if (!DASHED.test(line)) return false;
  return [1, 2].some((step) => opensFields({ ...lines, answers: undefined }, at + step));
}

/** `2026/11/22 Rida <help@rida.example>`, Gmail's line in some languages. The colon may be missing. */
const DATE_AND_NAME =
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?: \d{1,2}:\d{2}(?: gmt[+-]\d{1,2}:?\d{0,2})?)? [^<>]{1,80} <[^<>\s]+@[^<>\s]+>:?$/;
/** `2016-03-03 17:21 GMT+01:00 Rida`, the same with the zone of a program. */
const GMAIL_ZONE = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} gmt[+-]\d{2}:\d{2} .{1,80}$/;
/** `Rida <help@rida.example> wrote:` without another word. */
const NAME_WROTE = /^[^<>:]{0,80}<[^<>\s]+@[^<>\s]+> ?[\p{L}\p{M}/() ]{3,30}:$/u;
/** `вс, 22 нояб. 2026 г. в 10:00, Rida <help@rida.example>:`, Gmail's line in languages without a verb. */
const ENDS_IN_ADDRESS = /^[^<>]{1,160}<[^<>\s]+@[^<>\s]+> ?:$/;
/** Zoho: `---- On Sun, 22 Nov 2026 10:00:00 +0300 Rida <help@rida.example> wrote ----`. */
const BETWEEN_DASHES = /^-{3,} ?.{5,300} ?-{3,}$/;

/** Yahoo: `--- On Sun, 22/11/26, help@rida.example wrote:`. */
const YAHOO = /^-{2,} ?on .{1,60}\d.{1,100}@.{1,120} wrote ?:$/;

/** Return true for forms that only programs write. */
const isProgramForm = (text: string, quoteFollows: boolean): boolean =>
  (quoteFollows && DATE_AND_NAME.test(text)) || GMAIL_ZONE.test(text) || YAHOO.test(text);

/**
 * Return true when a text is an attribution, such as "On … Rida wrote:": in any language with address and
 * date, otherwise in a known one. Without address and date, only a mail that may be a reply has one.
 */
function isAttribution(text: string, quoteFollows: boolean, answers?: boolean): boolean {
  if (text.length > LONGEST_ATTRIBUTION) return false;
  const dated = hasDate(text) || hasTime(text);
  if (BETWEEN_DASHES.test(text)) return (dated || quoteFollows) && hasWrote(text.replace(/ ?-+$/, ''));
  if (isProgramForm(text, quoteFollows)) return true;
  const address = hasAddress(text);
  const isWhole = address && hasDate(text) && hasTime(text);
  if (!/:$/.test(text)) return isWhole && / wrote$/.test(text);
  if (isWhole && ENDS_IN_ADDRESS.test(text)) return true;
  if (address && dated) return quoteFollows || (hasWrote(text) && hasTime(text));
  if (!hasWrote(text)) return false;
  if (!quoteFollows) return NAME_WROTE.test(text);
  return address || dated || (answers !== false && /^on .{2,60} wrote ?:$/.test(text));
}

/** A sentence of the author does not continue in the attribution line. */
const isSentence = (line: string): boolean => /[^\d][.!?؟…][)"'»]?$/.test(line);

/** A folded address: the line below begins with `>` and is not a quote. */
const isUnclosed = (line: string): boolean => /<[^<>]*$/.test(line) && line.length <= 200;

/**
 * The first half of an attribution that was folded after its date: `On Sunday, 22 November 2026 at 10:00`.
 */
const isDateLine = (line: string): boolean =>
  line.length <= 70 &&
  ((hasDate(line) &&
    (hasTime(line) || /^(?:on|le|am|el|em|il|op|den|pada|noong|في|بتاريخ|يوم) \S{1,20} ?\d/.test(line))) ||
    /^on (?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6},? (?:\d|[a-z]{3,9}\.? \d)/.test(line) ||
    /^at \d{1,2}:\d{2}/.test(line));

/** Return true when the lines below the first are a complete attribution. */
function isWholeWithout(own: readonly string[], quoteFollows: boolean): boolean {
  const [first = '', ...rest] = own;
  const text = rest.join(' ');
  if (rest.length === 0 || !isAttribution(text, quoteFollows)) return false;
  return hasDate(text) || !isDateLine(first);
}

/** Join lines. The `>` that ends a folded address is not a quote mark. */
const joined = ({ raw, plain }: MailLines, at: number, count: number): string =>
  Array.from({ length: count }, (_, step) => {
    const above = step > 0 ? (plain[at + step - 1] ?? '') : '';
    return isUnclosed(above)
      ? normaliseArabic((raw[at + step] ?? '').slice(0, 400))
      : (plain[at + step] ?? '');
  })
    .join(' ')
    .replace(/< /g, '<')
    .replace(/ >/g, '>');

/** Return where quoted lines begin below a line, after empty lines, or -1. */
function quoteBelow({ raw, plain }: MailLines, at: number): number {
  const next = plain.slice(at, at + 3).findIndex((line) => line !== '');
  return next >= 0 && isQuoted(raw[at + next] ?? '') ? at + next : -1;
}

/**
 * Return the number of lines of the attribution that begins here, or 0. It must be directly above the quote
 * and as short as possible, so that it never includes a sentence of the author.
 */
function attributionLines(lines: MailLines, at: number): number {
  const { raw, plain } = lines;
  for (let count = 1; count <= ATTRIBUTION_LINES; count += 1) {
    const end = at + count;
    const own = plain.slice(at, end);
    if (own.some((line, step) => line === '' && !(step > 0 && isUnclosed(plain[at + step - 1] ?? ''))))
      return 0;
    if (isQuoted(raw[end - 1] ?? '') && !isUnclosed(plain[end - 2] ?? '')) return 0;
    if (count > 1 && isSentence(plain[end - 2] ?? '')) return 0;
    const quoteFollows = quoteBelow(lines, end) >= 0;
    if (!isAttribution(joined(lines, at, count), quoteFollows, lines.answers)) continue;
    return isWholeWithout(own, quoteFollows) || isWholeWithout(own.slice(1), quoteFollows) ? 0 : count;
  }
  return 0;
}

/** The words that open an attribution, before its day or date. */
const OPENING =
  /(?:^|[\s-])(?=(?:on|في|am|le|el|op|em|il) (?:\d|(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6},? |(?:ال)?(?:[أا]حد|[اإ]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت)[،,]? ))/gi;

/**
 * Return the author's words before an attribution on the same line, or an empty text:
 * `Thanks! On Sun, 22 Nov 2026 at 10:00, Rida wrote:`.
 */
export function wordsBefore({ raw, plain }: MailLines, at: number): string {
  const line = raw[at] ?? '';
  if (line.length > LONGEST_ATTRIBUTION || isQuoted(line) || BETWEEN_DASHES.test(plain[at] ?? '')) return '';
  const quoteFollows = quoteBelow({ raw, plain, answers: undefined }, at + 1) >= 0;
  for (const found of line.matchAll(OPENING)) {
    const start = found.index + found[0].length;
    const head = line.slice(0, start).replace(/[\s-]+$/, '');
    if (!/\p{L}/u.test(head) || /[<@:]/.test(head)) continue;
    const tail = comparable(line.slice(start));
    if (isAttribution(tail, quoteFollows) && (hasDate(tail) || hasTime(tail))) return head;
  }
  return '';
}

/**
 * Return the history that begins at a line, or null: the banner of a forwarded or original message, the
 * header fields of Outlook and others, or the attribution line of Gmail, Apple Mail, Thunderbird and Yahoo;
 * in the languages of `QUOTE_WORDS`, and in any language when quoted lines follow.
 */
export function historyAt(lines: MailLines, at: number): History | null {
  if (isQuoted(lines.raw[at] ?? '') || lines.plain[at] === '') return null;
  if (opensBanner(lines, at) || opensRule(lines, at) || opensFields(lines, at))
    return { kind: 'forwarded', lines: 1 };
  const count = attributionLines(lines, at);
  if (count === 0) return null;
  return { kind: quoteBelow(lines, at + count) >= 0 ? 'quoted' : 'rest', lines: count };
}
