import { hasAddress, hasDate, hasTime, hasWrote } from './quote-patterns.ts';
import { comparable } from './quoted-history.ts';

/** Marks of a quote besides `>`: a bar, and the author's name or initials with `>`. */
const MARK = /^\s{0,3}(\||\p{L}{1,12}>(?=\s|$))/u;
/** So many lines with the same initials are a quote without an attribution above. */
const INITIALS = /^\p{Lu}{1,3}>$/u;
const LONGEST_ATTRIBUTION = 320;

const markOf = (line: string): string => MARK.exec(line)?.[1] ?? '';

const isAttributing = (line: string): boolean => {
  const text = comparable(line);
  if (text.length > LONGEST_ATTRIBUTION || (!hasDate(text) && !hasTime(text))) return false;
  return hasAddress(text) || (hasWrote(text) && text.endsWith(':'));
};

/**
 * Write the marks `|` and `SA>` of a quote as `>`: below an attribution line, and for several lines with the same
 * initials. Tables and arrows of the author stay as they are.
 */
export function withQuoteMarks(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => MARK.test(line))) return lines;
  const changed = [...lines];
  for (let at = 0; at < lines.length; at += 1) {
    const mark = markOf(lines[at] ?? '');
    if (mark === '') continue;
    let end = at + 1;
    while (end < lines.length && markOf(lines[end] ?? '') === mark) end += 1;
    const above = lines.slice(Math.max(0, at - 3), at).findLast((line) => line.trim() !== '') ?? '';
    if ((INITIALS.test(mark) && end - at > 1) || isAttributing(above)) {
      for (let line = at; line < end; line += 1) changed[line] = (lines[line] ?? '').replace(MARK, '>');
    }
    at = end - 1;
  }
  return changed;
}
