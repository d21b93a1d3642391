import type { Action } from '../language.ts';
import { plainText } from '../run/speech.ts';
import { error, type Finding, type Rule } from './finding.ts';
import type { FlowGraph } from './graph.ts';

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/** The words of a message, its references left away; undefined when it is no text. */
function wordsOf(parameters: unknown): string | undefined {
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  const { Text, SSML, Messages } = parameters as Readonly<Record<string, unknown>>;
  if (Array.isArray(Messages)) return Messages.map((message) => wordsOf(message) ?? '').join(' ');
  const text = SSML ?? Text;
  return typeof text === 'string' ? plainText(text).replace(/\$\.[\w.[\]'"-]+/g, '') : undefined;
}

const isSpoken: Readonly<Record<string, (words: string) => boolean>> = {
  ar: (words) => ARABIC.test(words),
  en: (words) => LATIN.test(words) && !ARABIC.test(words),
  both: (words) => LATIN.test(words) && ARABIC.test(words),
};

interface Wording {
  readonly action: Action;
  readonly block: string;
  readonly language: string | undefined;
  readonly words: string;
}

function wordings({ flow, reachable }: FlowGraph): Wording[] {
  return flow.Actions.flatMap((action) => {
    const words = wordsOf(action.Parameters);
    const isPrompt = action.Type.startsWith('MessageParticipant') || action.Type === 'GetParticipantInput';
    if (!isPrompt || words === undefined || !reachable.has(action.Identifier)) return [];
    const note = flow.Metadata?.ActionMetadata?.[action.Identifier];
    return [{ action, words, block: note?.block ?? action.Identifier, language: note?.language }];
  });
}

function wrongWords({ action, language, words }: Wording): Finding[] {
  const id = action.Identifier;
  if (language === undefined)
    return [error('untranslated-prompt', id, 'says its words in one language only')];
  const spoken = Object.hasOwn(isSpoken, language) ? isSpoken[language] : undefined;
  return spoken?.(words) === false
    ? [error('untranslated-prompt', id, `has no words in its language (${language})`)]
    : [];
}

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

/** Rules about what is said. */
export const promptRules: readonly Rule[] = [untranslated];
