import type { PromptLanguage } from './blocks/block.ts';
import { byName, type FlowDefinition } from './builder.ts';
import type { Flow } from './flow-language.ts';
import { plainText } from './run/speech.ts';
import { secondsOf } from './speaking-time.ts';

/** A prompt of a flow in both languages, as a caller hears it. References stay as they are. */
export interface ListedPrompt {
  readonly flow: string;
  /** The block, with its part from the second on, or with ` retry` for the words before a repetition. */
  readonly block: string;
  readonly ar: string;
  readonly en: string;
}

/** The words of one action: a wording, after the words before a repeated question. */
interface Utterance extends Pick<ListedPrompt, 'flow' | 'block'> {
  readonly ar?: string;
  readonly en?: string;
}

/** Texts that references stand for, by the last part of the reference. */
export type PromptSamples = Readonly<Record<string, Readonly<Record<PromptLanguage, string>>>>;

/** A reference to an attribute, which Connect fills in. */
export const REFERENCE = /\$\.[\w.[\]'"-]*\w/gu;
const ENGLISH_PART = /<lang xml:lang="en-US">[\s\S]*?<\/lang>/gu;
const PART = / part \d+$/u;

const textOf = (parameters: unknown): string => {
  const { SSML, Text, Messages } = parameters as Readonly<Record<string, unknown>>;
  if (Array.isArray(Messages)) return textOf(Messages[0]);
  return typeof SSML === 'string' ? SSML : typeof Text === 'string' ? Text : '';
};

/** Split a prompt that is spoken in both languages. */
const arabicOf = (ssml: string): string => plainText(ssml.replace(ENGLISH_PART, ' '));
const englishOf = (ssml: string): string => plainText((ssml.match(ENGLISH_PART) ?? []).join(' '));

/** Return everything that the actions of a flow say, in their order. */
function utterancesOf(flow: Flow): Utterance[] {
  const notes = flow.Metadata?.ActionMetadata ?? {};
  return flow.Actions.flatMap(({ Identifier, Parameters }): Utterance[] => {
    const { block = Identifier, language } = notes[Identifier] ?? {};
    const text = textOf(Parameters);
    if (language === undefined || text === '') return [];
    const place = {
      flow: flow.Metadata?.name ?? '',
      block: `${block}${PART.exec(Identifier)?.[0] ?? ''}`,
    };
    if (language === 'en') return [{ ...place, en: plainText(text) }];
    const english = englishOf(text);
    return [{ ...place, ar: arabicOf(text), ...(english !== '' && { en: english }) }];
  });
}

/** Return the prompts of a flow in the order of its blocks: parts, and the words before a repetition, one by one. */
export function promptsOf(definition: FlowDefinition): readonly ListedPrompt[] {
  const listed: ListedPrompt[] = [];
  definition.toFlow(byName, (block, prompt) => {
    const { ar, en, only } = prompt;
    const place = { flow: definition.name, block };
    listed.push({ ...place, ar: only === 'en' ? '' : arabicOf(ar), en: only === 'ar' ? '' : plainText(en) });
    return prompt;
  });
  return listed;
}

/** The maximum seconds of a prompt. A caller forgets the beginning of a longer one. */
const MOST_SECONDS = 12;

const filled = (text: string, language: PromptLanguage, samples: PromptSamples): string =>
  text.replace(REFERENCE, (reference) => {
    const name = reference.slice(reference.lastIndexOf('.') + 1);
    return samples[name]?.[language] ?? ' ';
  });

const WRONG_SIGNS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['a digit', /\p{Nd}/u],
  ['a colon', /:/u],
  ['a slash', /\//u],
  ['a Latin letter', /\p{Script=Latin}/u],
];

/**
 * Return what a voice would read wrongly in a wording, or what makes it too long.
 * @param samples the longest texts that references stand for
 * @internal exported for tests
 */
export function promptProblems(
  { ar = '', en = '' }: Pick<Utterance, 'ar' | 'en'>,
  samples: PromptSamples = {},
): readonly string[] {
  const [arabic, english] = [filled(ar, 'ar', samples), filled(en, 'en', samples)];
  const seconds = Math.round(secondsOf(arabic, 'ar') + secondsOf(english, 'en'));
  const language = ar === '' ? 'en' : en === '' ? 'ar' : 'ar and en';
  return [
    ...WRONG_SIGNS.filter(([, sign]) => sign.test(arabic)).map(([name]) => `the Arabic has ${name}`),
    ...(seconds > MOST_SECONDS ? [`${language} takes ${seconds} s; at most ${MOST_SECONDS}`] : []),
  ];
}

/** Return the problems of everything that a flow says, repetitions included, as lines with their place. */
export const flowProblems = (flow: Flow, samples: PromptSamples = {}): readonly string[] => [
  ...new Set(
    utterancesOf(flow).flatMap((said) =>
      promptProblems(said, samples).map((problem) => `${said.flow} [${said.block}]: ${problem}`),
    ),
  ),
];

/**
 * Return the names of the references in the prompts of a flow.
 * @internal exported for tests
 */
export const referencesOfPrompts = (flow: Flow): readonly string[] => [
  ...new Set(
    utterancesOf(flow).flatMap(({ ar = '', en = '' }) =>
      (`${ar} ${en}`.match(REFERENCE) ?? []).map((reference) =>
        reference.slice(reference.lastIndexOf('.') + 1),
      ),
    ),
  ),
];

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const markdownCell = (text: string): string => text.replaceAll('|', '\\|');

/** Format prompts as CSV, for a spreadsheet. */
export const promptsAsCsv = (prompts: readonly ListedPrompt[]): string =>
  [
    'flow,block,ar,en',
    ...prompts.map(({ flow, block, ar, en }) => [flow, block, ar, en].map(csvCell).join(',')),
  ].join('\n');

/** Format prompts as a Markdown table, both languages side by side. */
export const promptsAsMarkdown = (prompts: readonly ListedPrompt[]): string =>
  [
    '| flow | block | العربية | English |',
    '| --- | --- | --- | --- |',
    ...prompts.map(({ flow, block, ar, en }) => `| ${[flow, block, ar, en].map(markdownCell).join(' | ')} |`),
  ].join('\n');
