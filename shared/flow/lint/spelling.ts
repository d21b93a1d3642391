/** Whether one word comes from the other by at most two insertions, deletions or changes. */
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

/** The known name that a given one is a slip of, if any. */
export const meantBy = (given: string, names: readonly string[]): string | undefined =>
  names.find((name) => isTypoOf(given, name));

/** A question to add to a message when a slip is likely. */
export function didYouMean(given: string, names: readonly string[]): string {
  const meant = meantBy(given, names);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** The words of a name: `LexV2Bot` → `lex`, `bot`; short ones say nothing and are left out. */
export const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [])
    .filter((word) => word.length > 2)
    .map((word) => word.toLowerCase());
