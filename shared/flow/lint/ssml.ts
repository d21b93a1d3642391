import { within } from '../run/json-path.ts';
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
function ssmlOf(parameters: unknown): string[] {
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

/** Report a message without text. An input without text is allowed, because it can listen in silence. */
const emptyPrompt: Rule = ({ flow, ours }) =>
  flow.Actions.filter(({ Type }) => Type === 'MessageParticipant').flatMap(({ Identifier, Parameters }) => {
    const text = Parameters.SSML ?? Parameters.Text;
    return typeof text === 'string' && text.trim() === ''
      ? [(ours ? error : warning)('empty-prompt', Identifier, 'has no text to speak')]
      : [];
  });

/** Rules about SSML and empty prompts. */
export const ssmlRules: readonly Rule[] = [badSsml, emptyPrompt];
