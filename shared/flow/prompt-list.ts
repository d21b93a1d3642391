import type { PromptLanguage } from './blocks/block.ts';
import type { Flow } from './flow-language.ts';
import { plainText } from './run/speech.ts';
import { secondsOf } from './speaking-time.ts';

/** A prompt of a flow in both languages, as a caller hears it. References stay as they are. */
export interface ListedPrompt {
  readonly flow: string;
  readonly block: string;
  readonly ar: string;
  readonly en: string;
  /** Whether a key ends it: a caller who knows the menu need not listen. */
  readonly interruptible: boolean;
}

const REFERENCE = /\$\.[\w.[\]'"-]*\w/gu;
const ENGLISH_PART = /<lang xml:lang="en-US">[\s\S]*?<\/lang>/gu;

const textOf = (parameters: unknown): string => {
  const { SSML, Text, Messages } = parameters as Readonly<Record<string, unknown>>;
  if (Array.isArray(Messages)) return textOf(Messages[0]);
  return typeof SSML === 'string' ? SSML : typeof Text === 'string' ? Text : '';
};

/** Split a prompt that is spoken in both languages. */
const arabicOf = (ssml: string): string => plainText(ssml.replace(ENGLISH_PART, ' '));
const englishOf = (ssml: string): string => plainText((ssml.match(ENGLISH_PART) ?? []).join(' '));

/** Return the prompts of a flow in the order of its blocks, each once. */
export function promptsOf(flow: Flow): readonly ListedPrompt[] {
  const blocks = new Map<string, ListedPrompt>();
  const notes = flow.Metadata?.ActionMetadata ?? {};
  for (const { Identifier, Type, Parameters } of flow.Actions) {
    const { block = Identifier, language } = notes[Identifier] ?? {};
    const text = textOf(Parameters);
    if (language === undefined || text === '') continue;
    const before = blocks.get(block) ?? {
      ...{ flow: flow.Metadata?.name ?? '', block, ar: '', en: '' },
      interruptible: Type === 'GetParticipantInput' || Type === 'MessageParticipantIteratively',
    };
    const spoken = {
      ...before,
      ...(language !== 'en' && before.ar === '' && { ar: arabicOf(text) }),
      ...(language === 'both' && { en: englishOf(text) }),
      ...(language === 'en' && before.en === '' && { en: plainText(text) }),
    };
    blocks.set(block, spoken);
  }
  return [...blocks.values()];
}

/** The maximum seconds of a message, which is heard to its end, and of a question, which a key ends. */
const MOST_SECONDS = { heard: 12, ended: 26 } as const;

const secondsFor = (text: string, language: PromptLanguage): number =>
  Math.round(secondsOf(text.replace(REFERENCE, ' '), language));

/** Return what a voice would read wrongly in a prompt, or what makes it too long. */
export function promptProblems({ ar, en, interruptible }: ListedPrompt): readonly string[] {
  const arabic = ar.replace(REFERENCE, ' ');
  const most = interruptible ? MOST_SECONDS.ended : MOST_SECONDS.heard;
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['a digit', /\p{Nd}/u],
    ['a colon', /:/u],
    ['a slash', /\//u],
    ['a Latin letter', /\p{Script=Latin}/u],
  ];
  return [
    ...wrong.filter(([, sign]) => sign.test(arabic)).map(([name]) => `the Arabic has ${name}`),
    ...(['ar', 'en'] as const)
      .map((language) => [language, secondsFor(language === 'ar' ? ar : en, language)] as const)
      .filter(([, seconds]) => seconds > most)
      .map(([language, seconds]) => `${language} takes ${seconds} s; at most ${most}`),
  ];
}

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
