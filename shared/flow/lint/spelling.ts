/** Return true when at most two insertions, deletions or changes turn one word into the other. */
function isTypoOf(given: string, name: string): boolean {
  if (Math.abs(given.length - name.length) > 2 || name.length < 4) return false;
  let row = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...given].entries()) {
    const below = [index + 1];
    for (const [at, other] of [...name].entries()) {
      const change = (row[at] ?? 0) + (letter.toLowerCase() === other.toLowerCase() ? 0 : 1);
      below.push(Math.min(change, (row[at + 1] ?? 0) + 1, (below[at] ?? 0) + 1));
    }
    row = below;
  }
  return (row.at(-1) ?? 0) <= 2;
}

/** Return the known name that a given one misspells, or undefined. */
export const meantBy = (given: string, names: readonly string[]): string | undefined =>
  names.find((name) => isTypoOf(given, name));

/** Return a hint for a likely misspelling, to append to a message. */
export function didYouMean(given: string, names: readonly string[]): string {
  const meant = meantBy(given, names);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** Split a name into words: `LexV2Bot` → `lex`, `bot`. Leave out short ones, which are too common. */
export const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [])
    .filter((word) => word.length > 2)
    .map((word) => word.toLowerCase());
