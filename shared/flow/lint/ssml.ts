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
  /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(ssml)
    ? 'has an & that is not escaped as &amp;'
    : undefined;

/** XML has one root. */
const beyondRoot = (ssml: string): string | undefined =>
  /<\/speak\s*>\s*\S/.test(ssml) ? 'continues after </speak>' : undefined;

/** The forms of `<say-as>`. Source: Polly developer guide, "say-as-tag", and console exports (currency). */
const SAY_AS =
  'characters spell-out cardinal number ordinal digits fraction unit date time address expletive telephone currency';

const MAX_BREAK_SECONDS = 10;
const IS_OPEN = /\$\.|\$\{|\{\{|%/;

function wrongBreak(time: string): boolean {
  const [, count, unit] = /^\+?(\d*\.?\d+)(m?s)$/.exec(time) ?? [];
  return count === undefined || Number(count) / (unit === 'ms' ? 1000 : 1) > MAX_BREAK_SECONDS;
}

/** Return the attribute of a tag that Polly refuses. A reference may contain any value. */
function wrongAttribute(ssml: string): string | undefined {
  for (const [tag, closing, name = '', rest = ''] of ssml.matchAll(TAG)) {
    if (closing !== '' || IS_OPEN.test(rest)) continue;
    const given = (attribute: string) =>
      new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(rest)?.[1];
    if (/=\s*[^"'\s]/.test(rest.replace(/"[^"]*"|'[^']*'/g, '""')))
      return `has a value without quotes: ${tag}`;
    const [time, strength, form] = [given('time'), given('strength'), given('interpret-as')];
    if (name === 'break' && time !== undefined && wrongBreak(time))
      return `has a break of ${time}; Polly accepts up to ${MAX_BREAK_SECONDS}s`;
    if (name === 'break' && strength !== undefined && !/^(?:none|x?-?weak|medium|x?-?strong)$/.test(strength))
      return `has a break of the strength ${strength}`;
    if (name === 'say-as' && (form === undefined || !SAY_AS.split(' ').includes(form)))
      return `has a <say-as> ${form === undefined ? 'without interpret-as' : `of ${form}`}`;
  }
  return undefined;
}

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
      const wrong =
        brokenMarks(ssml) ??
        unknownMarks(ssml) ??
        wrongAttribute(ssml) ??
        strayAmpersand(ssml) ??
        withoutRoot(ssml) ??
        beyondRoot(ssml);
      return wrong === undefined ? [] : [(ours ? error : warning)('bad-ssml', Identifier, wrong)];
    }),
  );

const SOURCES = ['PromptId', 'SSML', 'Text'] as const;

/** Return true when SSML contains words, a sound or a pause. */
const isHeard = (ssml: string): boolean => /<(?:break|say-as|audio)\b/.test(ssml) || plainText(ssml) !== '';

const isNoText = (value: unknown): boolean =>
  value !== undefined && value !== null && typeof value !== 'string';

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Characters without a sound or a width, such as marks of direction. */
const UNSEEN = /[\p{Cf}\s]/gu;

/**
 * Return how far a prompt is empty: without any character, or without anything to hear. A recording or an
 * external file is not empty.
 */
function emptiness(prompt: unknown): 'empty' | 'blank' | undefined {
  const given = SOURCES.map((source) => within(prompt, source)).filter((text) => typeof text === 'string');
  const media = within(prompt, 'Media');
  if (given.length === 0 && SOURCES.some((source) => isNoText(within(prompt, source)))) return 'empty';
  if (media !== undefined) return given.length === 0 && isEmptyObject(media) ? 'empty' : undefined;
  if (given.length === 0) return undefined;
  if (given.every((text) => text === '')) return 'empty';
  const ssml = within(prompt, 'SSML');
  const heard = given.some((text) => text.replace(UNSEEN, '') !== '' && (text !== ssml || isHeard(text)));
  return heard ? undefined : 'blank';
}

const BOT = 'ConnectParticipantWithLexBot';

const SPEAKING: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
  BOT,
]);

/**
 * Report a prompt without text, which Connect rejects. A blank one is stored and says nothing, so that a foreign
 * flow may use it as a pause, and a bot may listen without a word.
 */
const emptyPrompt: Rule = ({ flow, ours }) =>
  flow.Actions.filter(({ Type }) => SPEAKING.has(Type)).flatMap(({ Identifier, Type, Parameters }) => {
    const { Messages } = Parameters;
    const prompts: readonly unknown[] = Array.isArray(Messages) ? Messages : [Parameters];
    const found = prompts.map(emptiness);
    if (found.includes('empty')) return [error('empty-prompt', Identifier, 'has no text to speak')];
    if (!found.includes('blank') || Type === BOT) return [];
    return [(ours ? error : warning)('empty-prompt', Identifier, 'has only blanks to speak')];
  });

/** Rules about SSML and empty prompts. */
export const ssmlRules: readonly Rule[] = [badSsml, emptyPrompt];
