/** Length of the beginning of a phrase by which it is looked up. Phrases have at least as many characters. */
const KEY = 2;

/**
 * Build a search for many phrases of several kinds. It reads the text once, whatever the number of phrases.
 * @param lists the phrases by kind, in the form of `phraseKey`
 * @returns the kinds that occur in a text of the same form
 */
export function phraseFinder<Kind extends string>(
  lists: Readonly<Record<Kind, readonly string[]>>,
): (text: string) => ReadonlySet<Kind> {
  const kinds = Object.entries(lists) as [Kind, readonly string[]][];
  const phrases = kinds.flatMap(([kind, those]) => those.map((phrase) => [phrase, kind] as const));
  const byStart = Map.groupBy(phrases, ([phrase]) => phrase.slice(0, KEY));
  return (text) => {
    const found = new Set<Kind>();
    for (let at = 0; at + KEY <= text.length; at += 1) {
      for (const [phrase, kind] of byStart.get(text.slice(at, at + KEY)) ?? []) {
        if (!found.has(kind) && text.startsWith(phrase, at)) found.add(kind);
      }
    }
    return found;
  };
}
