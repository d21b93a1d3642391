import type { Parameters } from '../flow-language.ts';
import { action, type DraftAction, LANGUAGES, type PromptLanguage } from './block.ts';
import { voices } from './voices.ts';

/**
 * A spoken text in each language: plain text, or SSML when it starts with `<speak>`. Connect fills in
 * JSONPath references such as `$.Attributes.reference`. `together` speaks both languages in turn, for a
 * caller without a known language.
 */
export interface Prompt {
  readonly ar: string;
  readonly en: string;
  readonly together?: boolean;
}

/** Build a prompt that is spoken in Arabic and then in English, for every caller. */
export const inBothLanguages = (prompt: Omit<Prompt, 'together'>): Prompt => ({ ...prompt, together: true });

/** One wording of a prompt and the identifier of its action. */
export interface PromptWording {
  readonly id: string;
  readonly language: PromptLanguage | 'both';
  /** Message parameters, with the retry text before them if given. */
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

function together(name: string, prompt: Prompt): PromptWording {
  const text = spokenTogether(prompt);
  return {
    id: name,
    language: 'both',
    parameters: (retry) => join(retry === undefined ? undefined : spokenTogether(retry), text),
  };
}

const inLanguage = (name: string, prompt: Prompt, language: PromptLanguage): PromptWording => ({
  id: `${name} ${language}`,
  language,
  parameters: (retry) => join(retry?.[language], prompt[language]),
});

/** The contact attribute with the caller's language. */
const LANGUAGE_REFERENCE = '$.Attributes.language';

/**
 * Build the actions that speak a prompt in the caller's language: a branch on the contact attribute
 * `language`, then the actions of `each` for both wordings. A caller without a language hears Arabic.
 */
export function perLanguage(
  name: string,
  prompt: Prompt,
  each: (wording: PromptWording) => readonly DraftAction[],
): DraftAction[] {
  if (prompt.together === true) return [...each(together(name, prompt))];
  const wordings = LANGUAGES.map((language) => inLanguage(name, prompt, language));
  return [languageChoice(name, `${name} ar`, `${name} en`), ...wordings.flatMap(each)];
}

/** Branch by the caller's language. An unset language takes the Arabic branch. */
export function languageChoice(id: string, arabic: string, english: string): DraftAction {
  return action(
    id,
    'Compare',
    { ComparisonValue: LANGUAGE_REFERENCE },
    { next: arabic, results: { ar: arabic, en: english }, errors: { NoMatchingCondition: arabic } },
  );
}
