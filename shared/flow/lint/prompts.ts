import { error, type Finding, type Rule } from './finding.ts';
import { type SpokenText, wordings } from './wordings.ts';

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Polly's limit of characters in one request. */
const MAX_SPOKEN = 3000;

const isSpoken: Readonly<Record<string, (text: string) => boolean>> = {
  ar: (text) => ARABIC.test(text),
  en: (text) => LATIN.test(text) && !ARABIC.test(text),
  both: (text) => LATIN.test(text) && ARABIC.test(text),
};

function wrongLanguage({ action, language, text, refers }: SpokenText): Finding[] {
  const id = action.Identifier;
  // Silence and tones have no language, and references have that of their values.
  if (!/\p{L}/u.test(text) && (refers || language === undefined)) return [];
  if (language === undefined) return [error('untranslated-prompt', id, 'is spoken in one language only')];
  const spoken = Object.hasOwn(isSpoken, language) ? isSpoken[language] : undefined;
  return spoken?.(text) === false
    ? [error('untranslated-prompt', id, `has no text in its language (${language})`)]
    : [];
}

/** Flows of Rida note the language of each wording. Every block then needs all languages. */
const untranslated: Rule = (graph) => {
  const languages = graph.flow.Metadata?.languages;
  if (languages === undefined) return [];
  const all = wordings(graph);
  const blocks = Map.groupBy(all, ({ block }) => block);
  const absent = [...blocks].flatMap(([block, spoken]) => {
    if (spoken.some(({ language }) => language === 'both' || language === undefined)) return [];
    return languages
      .filter((wanted) => !spoken.some(({ language }) => language === wanted))
      .map((wanted) => error('untranslated-prompt', block, `is never spoken in ${wanted}`));
  });
  return [...all.flatMap(wrongLanguage), ...absent];
};

const tooLong: Rule = (graph) =>
  wordings(graph)
    .filter(({ text }) => text.length > MAX_SPOKEN)
    .map(({ action, text }) =>
      error('text-too-long', action.Identifier, `has ${text.length} characters; Polly accepts ${MAX_SPOKEN}`),
    );

/** Rules about prompts. */
export const promptRules: readonly Rule[] = [untranslated, tooLong];
