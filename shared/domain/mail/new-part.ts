import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { withoutAdvertisements, withoutClosing } from './closing.ts';
import { isCoverNote } from './cover-note.ts';
import { comparable, historyAt, isQuoted } from './history.ts';
import { withoutArmor } from './pgp-text.ts';

/** Characters an agent may be asked to read as what was written now; the full text has the rest. */
const LONGEST = 200_000;
const MOST_LINES = 10_000;

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
  /** Whether the rest is a mail passed on, which is what the author sent when they wrote nothing above. */
  readonly passesOn: boolean;
  readonly answers: boolean;
}

function split(lines: readonly string[]): Split {
  const plain = lines.map(comparable);
  const written: string[] = [];
  let answers = false;
  for (let at = 0; at < lines.length; at += 1) {
    const history = historyAt(lines, plain, at);
    if (history?.kind === 'forwarded') return { written, passesOn: true, answers };
    if (history) answers = true;
    if (history?.kind === 'rest') return { written, passesOn: false, answers };
    if (history) at += history.lines - 1;
    else if (!isQuoted(lines[at] ?? '')) written.push(lines[at] ?? '');
  }
  const forwardsAQuote = lines.some(
    (line, at) => isQuoted(line) && /forwarded message|معاد توجيهها|المحوله/.test(plain[at] ?? ''),
  );
  return { written, passesOn: forwardsAQuote, answers };
}

/**
 * The part of a mail its author wrote now: above, between or below the history they answer (Outlook, Gmail,
 * Apple Mail, Thunderbird, Yahoo and phones, in Arabic and English), without lines quoted by `>`, signature
 * and disclaimer, and without characters that reorder text. A mail passed on with nothing or only a cover note above ("for your information") is
 * returned whole: it is what they sent. Empty when an answer says nothing new.
 */
export function newPart(text: string): string {
  const lines = withoutArmor(text.slice(0, LONGEST).replace(/\r\n?/g, '\n').replaceAll('\u2028', '\n')).split(
    '\n',
    MOST_LINES,
  );
  const { written, passesOn, answers } = split(lines);
  const above = tidy(withoutClosing(written));
  if (passesOn && isCoverNote(above)) return tidy(unquoted(lines));
  if (above !== '') return above;
  const closing = tidy(withoutAdvertisements(written));
  const wroteNothing = answers || written.some((line) => line.trim() !== '');
  return closing !== '' || wroteNothing ? closing : tidy(lines);
}
