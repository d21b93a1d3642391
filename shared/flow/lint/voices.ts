import type { Action } from '../flow-language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { fixedText } from './fixed-text.ts';
import { didYouMean } from './spelling.ts';

/**
 * Voices by engine. A voice can have several. Source: Polly developer guide, "available-voices",
 * "standard-voices", "neural-voices", "long-form-voices" and "generative-voices". Names with accents also occur
 * without them.
 */
const VOICES = {
  standard:
    'Zeina Zhiyu Naja Mads Lotte Ruben Nicole Russell Amy Emma Brian Aditi Raveena Ivy Joanna Kendra Kimberly ' +
    'Salli Joey Justin Kevin Matthew Geraint Celine Lea Mathieu Chantal Marlene Vicki Hans Dora Karl Carla Bianca ' +
    'Giorgio Mizuki Takumi Seoyeon Liv Ewa Maja Jacek Jan Camila Vitoria Ricardo Ines Cristiano Carmen Tatyana ' +
    'Maxim Conchita Lucia Enrique Mia Lupe Penelope Miguel Astrid Filiz Gwyneth',
  neural:
    'Hala Zayd Lisa Arlet Jitka Hiujin Zhiyu Sofie Laura Olivia Amy Emma Brian Arthur Kajal Niamh Aria Jasmine ' +
    'Ayanda Danielle Gregory Ivy Joanna Kendra Kimberly Salli Joey Justin Kevin Matthew Ruth Stephen Patrick Suvi ' +
    'Isabelle Gabrielle Liam Lea Remi Hannah Vicki Daniel Sabrina Bianca Adriano Takumi Kazuha Tomoko Seoyeon ' +
    'Jihye Ida Ola Camila Vitoria Thiago Ines Lucia Sergio Alba Raul Mia Andres Lupe Pedro Elin Burcu',
  'long-form': 'Danielle Gregory Ruth Patrick Alba Raul',
  generative:
    'Lisa Laura Olivia Amy Brian Kajal Niamh Aria Jasmine Ayanda Danielle Joanna Matthew Patrick Ruth Salli ' +
    'Stephen Tiffany Ambre Florian Isabelle Gabrielle Liam Lea Remi Hannah Vicki Daniel Sabrina Lennart Bianca ' +
    'Beatrice Lorenzo Seoyeon Ola Camila Lucia Sergio Alba Raul Mia Andres Lupe Pedro',
} as const;

export type Engine = keyof typeof VOICES;

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const namesOf = (engine: Engine): ReadonlySet<string> => new Set(VOICES[engine].split(' ').map(plain));

const byEngine: Readonly<Record<Engine, ReadonlySet<string>>> = {
  standard: namesOf('standard'),
  neural: namesOf('neural'),
  'long-form': namesOf('long-form'),
  generative: namesOf('generative'),
};

const ALL: readonly string[] = [...new Set(Object.values(VOICES).flatMap((names) => names.split(' ')))];

const isEngine = (name: string): name is Engine => Object.hasOwn(VOICES, name);

/** Return the engine that an action sets, or undefined when the flow does not fix it. */
export function engineOf({ Type, Parameters }: Action): Engine | undefined {
  if (Type !== 'UpdateContactTextToSpeechVoice') return undefined;
  const { TextToSpeechEngine } = Parameters;
  const engine = TextToSpeechEngine === undefined ? 'standard' : fixedText(TextToSpeechEngine)?.toLowerCase();
  return engine !== undefined && isEngine(engine) ? engine : undefined;
}

/** Return true when a voice also exists for the standard engine. */
export const hasStandardVoice = (voice: string): boolean => byEngine.standard.has(plain(voice));

function judge(action: Action, ours: boolean): Finding[] {
  const { Identifier, Parameters } = action;
  const voice = fixedText(Parameters.TextToSpeechVoice);
  if (voice === undefined) return [];
  const name = plain(voice);
  if (!Object.values(byEngine).some((names) => names.has(name)))
    return [error('unknown-voice', Identifier, `Polly has no voice ${voice}${didYouMean(voice, ALL)}`)];
  const engine = engineOf(action);
  if (engine === undefined || byEngine[engine].has(name)) return [];
  // Voices become generative each year, and consoles may leave out the engine.
  const isCertain = engine !== 'generative' && Parameters.TextToSpeechEngine !== undefined;
  const report = ours || isCertain ? error : warning;
  return [report('unknown-voice', Identifier, `${voice} is not a voice of the ${engine} engine`)];
}

const unknownVoice: Rule = ({ flow, ours }) =>
  flow.Actions.filter(({ Type }) => Type === 'UpdateContactTextToSpeechVoice').flatMap((action) =>
    judge(action, ours),
  );

/** Rules about the voices of speech. Connect takes the error branch for a voice that it cannot use. */
export const voiceRules: readonly Rule[] = [unknownVoice];
