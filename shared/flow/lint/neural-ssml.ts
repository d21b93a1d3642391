import type { Action } from '../flow-language.ts';
import { error, type Rule, warning } from './finding.ts';
import { fixedText } from './fixed-text.ts';
import { allTargets, type FlowGraph } from './graph.ts';
import { ssmlOf } from './ssml.ts';
import { type Engine, engineOf, hasStandardVoice } from './voices.ts';

/** The voice of the contact at an action. Unknown until an action of the flow sets it. */
interface Speaker {
  readonly engine: Engine | undefined;
  readonly voice: string | undefined;
}

const UNKNOWN: Speaker = { engine: undefined, voice: undefined };

/** Tags that only the standard engine speaks. Source: Polly developer guide, "supportedtags". */
const STANDARD_ONLY: readonly (readonly [name: string, tag: RegExp])[] = [
  ['<emphasis>', /<emphasis\b/],
  ['<amazon:auto-breaths>', /<amazon:auto-breaths\b/],
  ['<amazon:breath>', /<amazon:breath\b/],
  ['<amazon:effect phonation>', /<amazon:effect\b[^>]*\bphonation\s*=/],
  ['<amazon:effect vocal-tract-length>', /<amazon:effect\b[^>]*\bvocal-tract-length\s*=/],
  ['<amazon:effect name="whispered">', /<amazon:effect\b[^>]*\bname\s*=\s*["']whispered/],
  ['<prosody pitch>', /<prosody\b[^>]*\bpitch\s*=/],
  ['<prosody amazon:max-duration>', /<prosody\b[^>]*\bamazon:max-duration\s*=/],
];

/** Neural voices hand this sentence to the standard voice of the same name. Source: "say-as-tag". */
const SPELT_OUT = /<say-as\b[^>]*\binterpret-as\s*=\s*["'](?:characters|spell-out)/;

function refused(ssml: string, { engine, voice }: Speaker): string | undefined {
  if (engine === undefined || engine === 'standard') return undefined;
  const tag = STANDARD_ONLY.find(([, pattern]) => pattern.test(ssml))?.[0];
  if (tag !== undefined) return `${tag} is refused by the ${engine} engine`;
  return engine === 'neural' && voice !== undefined && SPELT_OUT.test(ssml) && !hasStandardVoice(voice)
    ? `<say-as> with letters needs a standard voice, and ${voice} has none`
    : undefined;
}

/** Return the speaker after an action. */
const after = (action: Action, before: Speaker): Speaker =>
  action.Type === 'UpdateContactTextToSpeechVoice'
    ? { engine: engineOf(action), voice: fixedText(action.Parameters.TextToSpeechVoice) }
    : before;

/** Return the possible speakers at each action. */
function speakersOf({ flow, byId }: FlowGraph): ReadonlyMap<string, readonly Speaker[]> {
  const found = new Map<string, Map<string, Speaker>>();
  const open: { readonly to: string; readonly speaker: Speaker }[] = [
    { to: flow.StartAction, speaker: UNKNOWN },
  ];
  for (const { to, speaker } of open) {
    const action = byId.get(to);
    const key = `${speaker.engine} ${speaker.voice}`;
    const seen = found.get(to) ?? new Map<string, Speaker>();
    if (action === undefined || seen.has(key)) continue;
    found.set(to, seen.set(key, speaker));
    const next = after(action, speaker);
    open.push(...allTargets(action).map((target) => ({ to: target, speaker: next })));
  }
  return new Map([...found].map(([id, speakers]) => [id, [...speakers.values()]]));
}

/** Connect skips such a prompt, or its tag. */
const refusedTags: Rule = (graph) => {
  const spoken = graph.flow.Actions.flatMap(({ Identifier, Parameters }) =>
    ssmlOf(Parameters).map((ssml) => ({ Identifier, ssml })),
  );
  if (
    !spoken.some(({ ssml }) =>
      [SPELT_OUT, ...STANDARD_ONLY.map(([, tag]) => tag)].some((tag) => tag.test(ssml)),
    )
  )
    return [];
  const speakers = speakersOf(graph);
  return spoken.flatMap(({ Identifier, ssml }) => {
    const [wrong] = (speakers.get(Identifier) ?? []).flatMap((speaker) => refused(ssml, speaker) ?? []);
    return wrong === undefined ? [] : [(graph.ours ? error : warning)('bad-ssml', Identifier, wrong)];
  });
};

/** Rules about SSML that depend on the voice. */
export const neuralSsmlRules: readonly Rule[] = [refusedTags];
