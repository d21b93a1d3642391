import { normaliseArabic } from '../text/normalise-arabic.ts';

const PREFIXES = /^(?:[وف])?(?:بال|كال|ال|لل|ب|ل|ك)?/u;
const PRONOUNS = /(?:تي|تك|تنا|تكم|ته|تها|تهم|ي|ك|نا|كم|ه|ها|هم)$/u;
const SHORTEST = 3;

/** Forms of one word: «تجديد» and «أجدد», `renewal` and `renewing`. */
const FORMS: readonly (readonly [form: RegExp, word: string])[] = [
  [/^(?:[ان]جدد|جددت|جددنا)$/u, 'تجديد'],
  [/^renew(?:al|als|ing|ed|s)$/u, 'renew'],
];

/** Cut the ending by which a word is one or many: «رخصة» and «رخص», `permit` and `permits`. */
function withoutNumber(word: string): string {
  const [, form] = FORMS.find(([pattern]) => pattern.test(word)) ?? [];
  if (form !== undefined) return form;
  if (/^[a-z]/u.test(word)) {
    // `license` and `licence` are spellings of one word.
    const spelled = word.replace(/licen[cs]e/u, 'licence');
    return spelled.length > SHORTEST ? spelled.replace(/(?<!s)s$/u, '') : spelled;
  }
  const stem = word.replace(/(?:ات|ه)$/u, '');
  return stem.length >= SHORTEST ? stem : word;
}

/** Return the form under which a word of a service's name is compared. */
const nameKey = (word: string): string => {
  const bare = word.replace(/^ال(?=.{3})/u, '');
  return withoutNumber(bare);
};

/** Return the words of a name or a text, normalised. */
export const wordsOf = (text: string): string[] =>
  normaliseArabic(text)
    .replace(/(?<=[a-z])['’](?=[a-z])/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Return the keys of the words of a service's name. Articles and fillings are left out. */
export const nameKeys = (name: string): string[] =>
  wordsOf(name)
    .filter((word) => !FILLINGS.has(word))
    .map(nameKey);

/** Words that say nothing about which service is meant. */
export const FILLINGS: ReadonlySet<string> = new Set([
  ...['على', 'عن', 'في', 'الى', 'من', 'خدمه'].map(normaliseArabic),
  ...['a', 'an', 'the', 'of', 'for', 'to', 'my', 'our', 'your', 'service'],
]);

/** Return the keys under which a word of a text can be that of a name: with and without particle and pronoun. */
export function textKeys(word: string): ReadonlySet<string> {
  const [prefix = ''] = PREFIXES.exec(word) ?? [];
  const stems = new Set([
    word,
    word.replace(/^ال/u, ''),
    word.replace(/^[وف]/u, ''),
    word.slice(prefix.length),
  ]);
  const keys = new Set<string>();
  for (const stem of stems) {
    if (stem.length < SHORTEST && stem !== word) continue;
    keys.add(withoutNumber(stem));
    const bare = stem.replace(PRONOUNS, '');
    if (bare.length >= SHORTEST) keys.add(withoutNumber(bare));
  }
  return keys;
}
