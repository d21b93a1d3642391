import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { didYouMean } from './spelling.ts';

/** What Polly knows. Source: Polly developer guide, "Supported SSML tags". */
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

/** What is wrong with the marks of an SSML text; undefined when nothing is. */
export function brokenMarks(ssml: string): string | undefined {
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of ssml.matchAll(TAG)) {
    if (rest.trimEnd().endsWith('/')) continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return `closes </${name}>, which is not the mark that is open`;
  }
  const last = open.at(-1);
  if (last !== undefined) return `opens <${last}> and never closes it`;
  return /[<>]/.test(ssml.replace(TAG, '')) ? 'has a < or > that belongs to no mark' : undefined;
}

function unknownMarks(ssml: string): string | undefined {
  const name = [...ssml.matchAll(TAG)].map(([, , mark = '']) => mark).find((mark) => !TAGS.includes(mark));
  return name === undefined
    ? undefined
    : `has the mark <${name}>, which Polly does not know${didYouMean(name, TAGS)}`;
}

const strayAmpersand = (ssml: string): string | undefined =>
  /&(?!#?\w+;)/.test(ssml) ? 'has an & that is not written &amp;' : undefined;

/** Every SSML text of an action's parameters. */
function ssmlOf(parameters: unknown): string[] {
  const messages = within(parameters, 'Messages');
  const own = [parameters, ...(Array.isArray(messages) ? messages : [])];
  return own.map((each) => within(each, 'SSML')).filter((text) => typeof text === 'string');
}

/** Connect takes such a flow, and the error branch when it should speak. */
const badSsml: Rule = ({ flow, ours }) =>
  flow.Actions.flatMap(({ Identifier, Parameters }) =>
    ssmlOf(Parameters).flatMap((ssml): Finding[] => {
      const wrong = brokenMarks(ssml) ?? unknownMarks(ssml) ?? strayAmpersand(ssml);
      return wrong === undefined ? [] : [(ours ? error : warning)('bad-ssml', Identifier, wrong)];
    }),
  );

/** A message without a sound. An input may rightly say nothing while it listens. */
const emptyPrompt: Rule = ({ flow, ours }) =>
  flow.Actions.filter(({ Type }) => Type === 'MessageParticipant').flatMap(({ Identifier, Parameters }) => {
    const words = Parameters.SSML ?? Parameters.Text;
    return typeof words === 'string' && words.trim() === ''
      ? [(ours ? error : warning)('empty-prompt', Identifier, 'says nothing at all')]
      : [];
  });

/** Rules about the form of what is said. */
export const ssmlRules: readonly Rule[] = [badSsml, emptyPrompt];
