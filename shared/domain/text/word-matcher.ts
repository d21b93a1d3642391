import { normaliseArabic } from './normalise-arabic.ts';

const PREFIXES = ['ال', 'وال', 'بال', 'فال', 'كال', 'لل', 'ولل', 'و', 'ف', 'ب', 'ل', 'ك'];
const SUFFIXES = ['ات', 'ها', 'هم', 'كم', 'نا', 'ين', 'ون', 'ه', 'ي'];

/**
 * Return the forms under which a normalised word can be listed: the word itself, without a leading article or
 * particle, and without a plural or pronoun suffix. A shortened form keeps at least three letters and never
 * replaces the full one, so that the ب of بلاغ or the ل of لمبة is not lost.
 * @internal exported for tests
 */
export function wordForms(word: string): string[] {
  const stems = [word];
  for (const prefix of PREFIXES) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 3) stems.push(word.slice(prefix.length));
  }
  const forms = new Set(stems);
  for (const stem of stems) {
    for (const suffix of SUFFIXES) {
      if (stem.endsWith(suffix) && stem.length - suffix.length >= 3) forms.add(stem.slice(0, -suffix.length));
    }
  }
  return [...forms];
}

/** Tests whether a text contains a word or phrase of a list. `light*` matches a prefix. */
export interface WordMatcher {
  /** Every form of every word of the text. */
  readonly vocabulary: readonly string[];
  has(entry: string): boolean;
}

interface Entry {
  readonly first: string;
  readonly rest: readonly string[];
}

/** Cache parsed entries: the lists are constant. */
const entries = new Map<string, Entry>();

function takenApart(entry: string): Entry {
  const cached = entries.get(entry);
  if (cached) return cached;
  const [first = '', ...rest] = entry.split(' ');
  const made = { first, rest };
  entries.set(entry, made);
  return made;
}

const SHORTEST_BEGINNING = 2;

/**
 * Prepare a text for many lookups. Entries must be normalised with `normaliseArabic`.
 * @internal exported for tests
 */
export function wordMatcher(text: string): WordMatcher {
  const words = normaliseArabic(text)
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '');
  const positions = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const form of wordForms(word)) {
      const found = positions.get(form);
      if (found) found.push(at);
      else positions.set(form, [at]);
    }
  });
  const vocabulary = [...positions.keys()];
  let byBeginning: ReadonlyMap<string, readonly string[]> | undefined;

  const matchesAt = (part: string, at: number): boolean => {
    const forms = wordForms(words[at] ?? '');
    if (!part.endsWith('*')) return forms.includes(part);
    const beginning = part.slice(0, -1);
    return forms.some((form) => form.startsWith(beginning));
  };
  const starts = (part: string): number[] => {
    if (!part.endsWith('*')) return positions.get(part) ?? [];
    const beginning = part.slice(0, -1);
    byBeginning ??= Map.groupBy(vocabulary, (form) => form.slice(0, SHORTEST_BEGINNING));
    const candidates =
      beginning.length < SHORTEST_BEGINNING
        ? vocabulary
        : (byBeginning.get(beginning.slice(0, SHORTEST_BEGINNING)) ?? []);
    return candidates
      .filter((form) => form.startsWith(beginning))
      .flatMap((form) => positions.get(form) ?? []);
  };
  return {
    vocabulary,
    has: (entry) => {
      const { first, rest } = takenApart(entry);
      return starts(first).some((at) => rest.every((part, step) => matchesAt(part, at + step + 1)));
    },
  };
}

/**
 * Prepare lists of entries for many texts. The returned function gives the entries that a text contains. It
 * tests only the entries that share their beginning with a word of the text.
 */
export function wordFinder(all: Iterable<string>): (text: string) => ReadonlySet<string> {
  const keyOf = (beginning: string): string => `${beginning.slice(0, SHORTEST_BEGINNING)}*`;
  const byFirst = Map.groupBy(new Set(all), (entry) => {
    const { first } = takenApart(entry);
    return first.endsWith('*') ? keyOf(first.slice(0, -1)) : first;
  });
  return (text) => {
    const { vocabulary, has } = wordMatcher(text);
    const keys = new Set(vocabulary.flatMap((form) => [form, keyOf(form), keyOf(form.slice(0, 1))]));
    const near = [...keys].flatMap((key) => byFirst.get(key) ?? []);
    return new Set(near.filter(has));
  };
}
