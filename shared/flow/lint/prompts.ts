import { error, type Finding, type Rule } from './finding.ts';
import { type Wording, wordings } from './wordings.ts';

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Polly takes no more than this many characters of speech in one request. */
const MAX_SPOKEN = 3000;

const isSpoken: Readonly<Record<string, (words: string) => boolean>> = {
  ar: (words) => ARABIC.test(words),
  en: (words) => LATIN.test(words) && !ARABIC.test(words),
  both: (words) => LATIN.test(words) && ARABIC.test(words),
};

function wrongWords({ action, language, words }: Wording): Finding[] {
  const id = action.Identifier;
  // Silence, a tone or what a reference says has no language of its own.
  if (language === undefined && !/\p{L}/u.test(words)) return [];
  if (language === undefined)
    return [error('untranslated-prompt', id, 'says its words in one language only')];
  const spoken = Object.hasOwn(isSpoken, language) ? isSpoken[language] : undefined;
  return spoken?.(words) === false
    ? [error('untranslated-prompt', id, `has no words in its language (${language})`)]
    : [];
}

/** Our own flows note the language of each wording; every block then needs all of them. */
const untranslated: Rule = (graph) => {
  const languages = graph.flow.Metadata?.languages;
  if (languages === undefined) return [];
  const all = wordings(graph);
  const blocks = Map.groupBy(all, ({ block }) => block);
  const absent = [...blocks].flatMap(([block, said]) => {
    if (said.some(({ language }) => language === 'both' || language === undefined)) return [];
    return languages
      .filter((wanted) => !said.some(({ language }) => language === wanted))
      .map((wanted) => error('untranslated-prompt', block, `is never said in ${wanted}`));
  });
  return [...all.flatMap(wrongWords), ...absent];
};

const tooLong: Rule = (graph) =>
  wordings(graph)
    .filter(({ words }) => words.length > MAX_SPOKEN)
    .map(({ action, words }) =>
      error(
        'text-too-long',
        action.Identifier,
        `says ${words.length} characters; speech takes ${MAX_SPOKEN}`,
      ),
    );

/** Rules about what is said. */
export const promptRules: readonly Rule[] = [untranslated, tooLong];
