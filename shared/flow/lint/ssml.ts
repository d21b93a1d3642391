import { within } from '../run/json-path.ts';
import { plainText } from '../run/speech.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { didYouMean } from './spelling.ts';

/** Tags that Polly supports. Source: Polly developer guide, "Supported SSML tags". */
const TAGS: readonly string[] = [
  'speak',
  'break',
  'emphasis',
  'lang',
  'mark',
  'p',
  'phoneme',
  'prosody',
  's',
  'say-as',
  'sub',
  'w',
  'voice',
  'audio',
  'amazon:auto-breaths',
  'amazon:breath',
  'amazon:domain',
  'amazon:effect',
  'amazon:emotion',
];

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/g;

/** Return the problem in the tags of an SSML text, or undefined. */
function brokenMarks(ssml: string): string | undefined {
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of ssml.matchAll(TAG)) {
    if (rest.trimEnd().endsWith('/')) continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return `closes </${name}>, which is not the open tag`;
  }
  const last = open.at(-1);
  if (last !== undefined) return `opens <${last}> and never closes it`;
  return /[<>]/.test(ssml.replace(TAG, '')) ? 'has a < or > outside a tag' : undefined;
}

function unknownMarks(ssml: string): string | undefined {
  const name = [...ssml.matchAll(TAG)].map(([, , mark = '']) => mark).find((mark) => !TAGS.includes(mark));
  return name === undefined
    ? undefined
    : `has the tag <${name}>, which Polly does not support${didYouMean(name, TAGS)}`;
}

/** A reference may contain the whole text. */
const withoutRoot = (ssml: string): string | undefined =>
  ssml.trim() === '' || /^\s*(?:<speak[\s>]|\$\.|\$\{|\{\{)/.test(ssml)
    ? undefined
    : 'does not begin with <speak>';

const strayAmpersand = (ssml: string): string | undefined =>
  /&(?!#?\w+;)/.test(ssml) ? 'has an & that is not escaped as &amp;' : undefined;

/** Return every SSML text of an action's parameters. */
export function ssmlOf(parameters: unknown): string[] {
  const messages = within(parameters, 'Messages');
  const own = [parameters, ...(Array.isArray(messages) ? messages : [])];
  return own.map((each) => within(each, 'SSML')).filter((text) => typeof text === 'string');
}

/** Connect accepts a flow with broken SSML, and takes the error branch at run time. */
const badSsml: Rule = ({ flow, ours }) =>
  flow.Actions.flatMap(({ Identifier, Parameters }) =>
    ssmlOf(Parameters).flatMap((ssml): Finding[] => {
      const wrong = brokenMarks(ssml) ?? unknownMarks(ssml) ?? strayAmpersand(ssml) ?? withoutRoot(ssml);
      return wrong === undefined ? [] : [(ours ? error : warning)('bad-ssml', Identifier, wrong)];
    }),
  );

const SOURCES = ['PromptId', 'SSML', 'Text'] as const;

/** Return true when SSML contains words, a sound or a pause. */
const isHeard = (ssml: string): boolean => /<(?:break|say-as|audio)\b/.test(ssml) || plainText(ssml) !== '';

/**
 * Return how far a prompt is empty: without any character, or without anything to hear. A recording or an
 * external file is not empty.
 */
function emptiness(prompt: unknown): 'empty' | 'blank' | undefined {
  const given = SOURCES.map((source) => within(prompt, source)).filter((text) => typeof text === 'string');
  if (given.length === 0 || within(prompt, 'Media') !== undefined) return undefined;
  if (given.every((text) => text === '')) return 'empty';
  const ssml = within(prompt, 'SSML');
  const heard = given.some((text) => text.trim() !== '' && (text !== ssml || isHeard(text)));
  return heard ? undefined : 'blank';
}

const SPEAKING: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
]);

/**
 * Report a prompt without text, which Connect rejects. A blank one is stored and says nothing, so that a foreign
 * flow may use it as a pause.
 */
const emptyPrompt: Rule = ({ flow, ours }) =>
  flow.Actions.filter(({ Type }) => SPEAKING.has(Type)).flatMap(({ Identifier, Parameters }) => {
    const { Messages } = Parameters;
    const prompts: readonly unknown[] = Array.isArray(Messages) ? Messages : [Parameters];
    const found = prompts.map(emptiness);
    if (found.includes('empty')) return [error('empty-prompt', Identifier, 'has no text to speak')];
    if (!found.includes('blank')) return [];
    return [(ours ? error : warning)('empty-prompt', Identifier, 'has only blanks to speak')];
  });

/** Rules about SSML and empty prompts. */
export const ssmlRules: readonly Rule[] = [badSsml, emptyPrompt];
