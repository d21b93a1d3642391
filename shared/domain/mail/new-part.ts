import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { withoutAdvertisements, withoutClosing } from './closing.ts';
import { isCoverNote } from './cover-note.ts';
import { withoutArmor } from './pgp-text.ts';
import { withQuoteMarks } from './quote-marks.ts';
import { comparable, historyAt, isQuoted, type MailLines, wordsBefore } from './quoted-history.ts';

/** Maximum length of the new part. The full text contains the rest. */
const LONGEST = 200_000;
const MOST_LINES = 10_000;

/** Facts about a mail besides its text. */
export interface NewPartContext {
  /** Whether it is a reply, by its headers. Missing when unknown. */
  readonly answers?: boolean;
  /** Whether its subject marks a forward. */
  readonly forwards?: boolean;
}

/** Polymail and others write the address of an attribution in three lines: `<`, `mailto:Rida <help@…>`, `>`. */
const SPLIT_MAILTO = /[ \t]{0,2}\n{1,2}[ \t]{0,4}<\n[ \t]{0,4}mailto:([^\n]{1,200})\n[ \t]{0,4}>/g;

const tidy = (lines: readonly string[]): string =>
  stripBidiControls(lines.map((line) => line.trimEnd().replace(/^>From /, 'From ')).join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function unquoted(lines: readonly string[]): string[] {
  const written = lines.filter((line) => line.trim() !== '');
  return written.every(isQuoted) ? lines.map((line) => line.replace(/^\s*> ?/, '')) : [...lines];
}

interface Split {
  readonly written: readonly string[];
  /** Whether the rest is a forwarded mail, which is the content when the author wrote nothing above it. */
  readonly passesOn: boolean;
  readonly answers: boolean;
}

/**
 * Return true when the author wrote a line that begins with `>`. It is a quote in a reply, after an
 * attribution line, and in a text that begins with a quote.
 */
function keepsMark({ raw, answers }: MailLines, attributions: readonly number[], at: number): boolean {
  const [first] = attributions;
  if (first !== undefined) return at < first;
  if (answers !== false) return false;
  return !isQuoted(raw.find((line) => line.trim() !== '') ?? '');
}

function split(lines: MailLines): Split {
  const { raw, plain } = lines;
  const written: string[] = [];
  /** Positions in `written` of lines with `>`, and their positions in the mail. */
  const marked: { readonly to: number; readonly at: number }[] = [];
  const attributions: number[] = [];
  let end = { passesOn: false, answers: false };
  for (let at = 0; at < raw.length; at += 1) {
    const found = historyAt(lines, at);
    const before = found ? wordsBefore(lines, at) : '';
    if (before !== '') written.push(before);
    // A reply below an unmarked quote cannot be separated from it, so keep everything.
    const isFirst = found?.kind === 'rest' && written.every((line) => line.trim() === '');
    const history = isFirst ? null : found;
    if (history?.kind === 'forwarded' || history?.kind === 'rest') {
      end = {
        passesOn: history.kind === 'forwarded',
        answers: attributions.length > 0 || history.kind === 'rest',
      };
      break;
    }
    if (history) {
      attributions.push(at);
      at += history.lines - 1;
      continue;
    }
    if (isQuoted(raw[at] ?? '')) marked.push({ to: written.length, at });
    written.push(raw[at] ?? '');
  }
  const quotes = new Set(marked.filter(({ at }) => !keepsMark(lines, attributions, at)).map(({ to }) => to));
  const forwardsAQuote = raw.some(
    (line, at) => isQuoted(line) && /forwarded message|معاد توجيهها|المحوله/.test(plain[at] ?? ''),
  );
  return {
    written: written.filter((_line, at) => !quotes.has(at)),
    passesOn: end.passesOn || forwardsAQuote,
    answers: end.answers || attributions.length > 0,
  };
}

function linesOf(text: string, { answers }: NewPartContext): MailLines {
  const whole = withoutArmor(text.slice(0, LONGEST).replace(/\r\n?/g, '\n').replaceAll('\u2028', '\n'));
  const raw = withQuoteMarks(whole.replace(SPLIT_MAILTO, ' $1').split('\n', MOST_LINES));
  return { raw, plain: raw.map(comparable), answers };
}

/**
 * Return the part that the author wrote now: above, between or below the quoted history (Outlook, Gmail,
 * Apple Mail, Thunderbird, Yahoo and phones, in the languages of `QUOTE_WORDS`), without lines quoted by `>`,
 * signature and disclaimer, and without characters that reorder text. A mail forwarded without a text or only
 * with a cover note ("for your information") is returned whole, because it is the content. The result is
 * empty when a reply contains nothing new: the rules must decide by the author's own text, never by quotes.
 */
export function newPart(text: string, context: NewPartContext = {}): string {
  const lines = linesOf(text, context);
  const { written, passesOn, answers } = split(lines);
  const above = tidy(withoutClosing(written));
  const isAnswer = context.answers === true && context.forwards !== true;
  if (passesOn && isCoverNote(above, isAnswer)) return tidy(unquoted(lines.raw));
  if (above !== '') return above;
  const closing = tidy(withoutAdvertisements(written));
  const wroteNothing = answers || written.some((line) => line.trim() !== '');
  return closing !== '' || wroteNothing ? closing : tidy(lines.raw);
}

/** Return the text to display first: the new part, or everything when the new part is empty. */
export function shownPart(text: string, context: NewPartContext = {}): string {
  return newPart(text, context) || tidy(linesOf(text, context).raw);
}
