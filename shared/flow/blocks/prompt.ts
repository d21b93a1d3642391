import type { Parameters } from '../flow-language.ts';
import { action, type DraftAction, LANGUAGES, type PromptLanguage, type Reword } from './block.ts';
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
  /** A part of a question in both languages that is spoken in one. */
  readonly only?: PromptLanguage;
}

/** Build a prompt that is spoken in Arabic and then in English, for every caller. */
export const inBothLanguages = (prompt: Omit<Prompt, 'together'>): Prompt => ({ ...prompt, together: true });

/** Build a part of a question in both languages that only callers of one language need. */
export const inOneLanguage = (only: PromptLanguage, text: string): Prompt => ({ ar: text, en: text, only });

/** One wording of a prompt and the identifier of its action. */
export interface PromptWording {
  readonly id: string;
  readonly language: PromptLanguage | 'both';
  /** Message parameters, with the retry text before them if given. */
  parameters(retry?: Prompt): Parameters;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const ENGLISH_PART = /<lang xml:lang="en-US">[\s\S]*?<\/lang>/gu;

/** Replace the words of a text. The English in an Arabic text stays, because it has its own voice. */
export function withWords(text: string, words: string): string {
  if (!isSsml(text)) return words;
  return `<speak>${[escapeXml(words), ...(text.match(ENGLISH_PART) ?? [])].join(' ')}</speak>`;
}

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

const together = (id: string, prompt: Prompt): PromptWording => ({
  id,
  language: 'both',
  parameters: (retry) =>
    join(retry === undefined ? undefined : spokenTogether(retry), spokenTogether(prompt)),
});

const inOneWording = (id: string, prompt: Prompt, language: PromptLanguage): PromptWording => ({
  id,
  language,
  parameters: (retry) => join(retry?.[language], prompt[language]),
});

/** The voice is still the one that speaks both languages. */
const alone = (id: string, prompt: Prompt, language: PromptLanguage): PromptWording => ({
  id,
  language,
  parameters: () => ({
    SSML: `<speak><lang xml:lang="${voices[language].tag}">${body(prompt[language])}</lang></speak>`,
  }),
});

const wordingOf = (id: string, prompt: Prompt, language: PromptLanguage | 'both'): PromptWording => {
  if (language === 'both')
    return prompt.only === undefined ? together(id, prompt) : alone(id, prompt, prompt.only);
  return inOneWording(id, prompt, language);
};

const inLanguage = (name: string, prompt: Prompt, language: PromptLanguage): PromptWording =>
  wordingOf(`${name} ${language}`, prompt, language);

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

/** A question of one prompt, or of several in turn. A key may be pressed during each of them. */
export type Question = Prompt | readonly [Prompt, ...Prompt[]];

const isList = (question: Question): question is readonly [Prompt, ...Prompt[]] => Array.isArray(question);

/** Return the parts of a question. */
const partsOfQuestion = (question: Question): readonly [Prompt, ...Prompt[]] =>
  isList(question) ? question : [question];

/** Return a question and the words before its repetition in the words of the centre. */
export function inWords(
  name: string,
  { prompt, retry }: { readonly prompt: Question; readonly retry?: Prompt },
  reword: Reword,
): { readonly prompt: Question; readonly retry?: Prompt } {
  const [first, ...rest] = partsOfQuestion(prompt);
  return {
    prompt: [reword(name, first), ...rest.map((part, at) => reword(attemptId(name, 1, at + 1), part))],
    ...(retry && { retry: reword(`${name} retry`, retry) }),
  };
}

/** The pause between two parts of a question, in seconds. Connect accepts no shorter one. */
export const PART_SECONDS = 1;

/** One part of a question in one language, and the identifiers that belong to it. */
export interface QuestionPart extends PromptWording {
  /** Identifier of the first part of the first attempt. */
  readonly question: string;
  /** Whether another part follows after silence. */
  readonly isLast: boolean;
  /** Identifier of the same attempt's next part. */
  readonly nextPart: string;
}

/** Return the identifier of the nth attempt at a part. */
export const attemptId = (id: string, attempt: number, part = 0): string =>
  `${attempt === 1 ? id : `${id} ${attempt}`}${part === 0 ? '' : ` part ${part + 1}`}`;

/** Build the actions of a question: each attempt asks the parts in turn, in the language of the caller. */
export function askInParts(
  name: string,
  question: Question,
  attempts: number,
  each: (part: QuestionPart, attempt: number) => readonly DraftAction[],
): DraftAction[] {
  const parts = partsOfQuestion(question);
  const [first] = parts;
  return perLanguage(name, first, ({ id, language }) =>
    Array.from({ length: attempts }, (_, index) => index + 1).flatMap((attempt) =>
      parts.flatMap((prompt, at) =>
        each(
          {
            ...wordingOf(id, prompt, language),
            question: id,
            id: attemptId(id, attempt, at),
            isLast: at === parts.length - 1,
            nextPart: attemptId(id, attempt, at + 1),
          },
          attempt,
        ),
      ),
    ),
  );
}
