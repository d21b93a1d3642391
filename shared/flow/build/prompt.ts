import type { Parameters } from '../language.ts';
import { action, type DraftAction, LANGUAGES, type Language } from './block.ts';
import { voices } from './voices.ts';

/**
 * What is said, in each language. Plain text, or SSML when it starts with `<speak>`. JSONPath references
 * such as `$.Attributes.reference` are filled in by Connect. `together` says both, one after the other, to
 * a caller whose language is not known yet.
 */
export interface Prompt {
  readonly ar: string;
  readonly en: string;
  readonly together?: boolean;
}

/** A prompt said in Arabic and then in English, whatever the caller's language. */
export const inBothLanguages = (prompt: Omit<Prompt, 'together'>): Prompt => ({ ...prompt, together: true });

/** One wording of a prompt and the identifier of the action that speaks it. */
export interface Wording {
  readonly id: string;
  readonly language: Language | 'both';
  /** Message parameters, with the retry words before them when they are asked for. */
  parameters(retry?: Prompt): Parameters;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const body = (text: string): string => {
  const inner = /^<speak[^>]*>([\s\S]*)<\/speak>$/.exec(text.trim())?.[1];
  return inner ?? escapeXml(text);
};

const isSsml = (text: string): boolean => text.trimStart().startsWith('<speak');

function join(first: string | undefined, second: string): Parameters {
  if (first === undefined) return isSsml(second) ? { SSML: second } : { Text: second };
  if (!isSsml(first) && !isSsml(second)) return { Text: `${first} ${second}` };
  return { SSML: `<speak>${body(first)}<break time="300ms"/>${body(second)}</speak>` };
}

const spokenTogether = ({ ar, en }: Prompt): string =>
  `<speak>${body(ar)}<break time="400ms"/><lang xml:lang="${voices.en.tag}">${body(en)}</lang></speak>`;

function together(name: string, prompt: Prompt): Wording {
  const text = spokenTogether(prompt);
  return {
    id: name,
    language: 'both',
    parameters: (retry) => join(retry === undefined ? undefined : spokenTogether(retry), text),
  };
}

const inLanguage = (name: string, prompt: Prompt, language: Language): Wording => ({
  id: `${name} ${language}`,
  language,
  parameters: (retry) => join(retry?.[language], prompt[language]),
});

/** The contact attribute that holds the caller's language. */
export const LANGUAGE_REFERENCE = '$.Attributes.language';

/**
 * The actions that speak a prompt in the caller's language: a choice by the contact attribute `language`,
 * then what `each` makes of either wording. A caller without a language hears Arabic.
 */
export function perLanguage(
  name: string,
  prompt: Prompt,
  each: (wording: Wording) => readonly DraftAction[],
): DraftAction[] {
  if (prompt.together === true) return [...each(together(name, prompt))];
  const wordings = LANGUAGES.map((language) => inLanguage(name, prompt, language));
  return [languageChoice(name, `${name} ar`, `${name} en`), ...wordings.flatMap(each)];
}

/** Chooses by the caller's language; Arabic is also what an unset language leads to. */
export function languageChoice(id: string, arabic: string, english: string): DraftAction {
  return action(
    id,
    'Compare',
    { ComparisonValue: LANGUAGE_REFERENCE },
    { next: arabic, results: { ar: arabic, en: english }, errors: { NoMatchingCondition: arabic } },
  );
}
