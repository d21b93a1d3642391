import { languageOfVoice } from '../blocks/voices.ts';
import { type Action, type Transitions, targetsOf } from '../flow-language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import type { FlowGraph } from './graph.ts';
import { wordings } from './wordings.ts';

/**
 * A foreign flow does not declare the languages of its wordings. Its voices, language codes and attributes
 * show the possible languages of a caller at each block. Only Arabic can be distinguished from other
 * languages, by its letters, so only that is checked.
 */
type Spoken = 'arabic' | 'other';

const isFixed = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/\$\.|\$\{|%|\{\{/.test(value);

const isArabic = (value: string): boolean => /^(ar|arb|arabic|عربي|العربية)([-_]|$)/i.test(value.trim());
const isOther = (value: string): boolean => /^[a-z]{2}([-_][a-z]{2})?$|^english$|^en\b/i.test(value.trim());
const named = (value: unknown): Spoken | undefined => {
  if (!isFixed(value)) return undefined;
  if (isArabic(value)) return 'arabic';
  return isOther(value) ? 'other' : undefined;
};

const isLanguageName = (name: string): boolean => /lang|locale/i.test(name);

/** Return the language that an action sets. */
function setBy({ Type, Parameters }: Action): Spoken | undefined {
  if (Type === 'UpdateContactTextToSpeechVoice') {
    const voice = Parameters.TextToSpeechVoice;
    if (!isFixed(voice)) return undefined;
    return languageOfVoice(voice) === 'ar' ? 'arabic' : 'other';
  }
  if (Type === 'UpdateContactData') return named(Parameters.LanguageCode);
  if (Type !== 'UpdateContactAttributes') return undefined;
  const attributes = Parameters.Attributes;
  const entry =
    typeof attributes === 'object' && attributes !== null
      ? Object.entries(attributes).find(([name]) => isLanguageName(name))
      : undefined;
  return named(entry?.[1]);
}

type State = Spoken | 'unset';

interface Way {
  readonly to: string;
  readonly state: State;
}

/** Return the branches of a question about the language. A caller takes the branch of their language. */
function waysByLanguage({ Conditions = [], Errors = [], NextAction }: Transitions, state: State): Way[] {
  const asked = Conditions.map(({ Condition, NextAction: to }) => ({
    to,
    names: named(Condition.Operands[0]),
  }));
  const own = asked.filter(({ names }) => names === undefined || names === state || state === 'unset');
  const decided = state !== 'unset' && asked.some(({ names }) => names === state);
  const others = [
    ...Errors.map((branch) => branch.NextAction),
    ...(NextAction === undefined ? [] : [NextAction]),
  ];
  return [
    ...own.map(({ to, names }) => ({ to, state: names ?? state })),
    ...(decided ? [] : others.map((to) => ({ to, state }))),
  ];
}

/** Return the branches of an action, each with the caller's language after it. */
function waysOn(action: Action, state: State): Way[] {
  if (action.Type === 'Compare' && isLanguageName(String(action.Parameters.ComparisonValue)))
    return waysByLanguage(action.Transitions, state);
  const after = setBy(action) ?? state;
  return targetsOf(action.Transitions).map((to) => ({ to, state: after }));
}

/** Return the possible languages of a caller at each action. */
function statesOf({ flow, byId }: FlowGraph): ReadonlyMap<string, ReadonlySet<State>> {
  const states = new Map<string, Set<State>>();
  const open: Way[] = [{ to: flow.StartAction, state: 'unset' }];
  for (const { to, state } of open) {
    const action = byId.get(to);
    const seen = states.get(to) ?? new Set<State>();
    if (action === undefined || seen.has(state)) continue;
    states.set(to, seen.add(state));
    open.push(...waysOn(action, state));
  }
  return states;
}

const HAS_ARABIC = /\p{Script=Arabic}/u;
const HAS_OTHER = /\p{Script=Latin}/u;

function judge(block: string, text: string, states: ReadonlySet<State>): Finding[] {
  const arabic = HAS_ARABIC.test(text);
  const other = HAS_OTHER.test(text);
  if (arabic === other) return [];
  const missing = arabic ? 'other' : 'arabic';
  if (!states.has(missing)) return [];
  const language = arabic ? 'Arabic' : 'a language other than Arabic';
  return states.size === 1
    ? [error('untranslated-prompt', block, `speaks ${language} to a caller who chose otherwise`)]
    : [warning('untranslated-prompt', block, `speaks only ${language}, also to callers who chose otherwise`)];
}

const foreignPrompts: Rule = (graph) => {
  if (graph.ours) return [];
  const states = statesOf(graph);
  const spoken = new Set([...states.values()].flatMap((each) => [...each]));
  if (!spoken.has('arabic') || !spoken.has('other')) return [];
  return wordings(graph).flatMap(({ action, text }) =>
    judge(action.Identifier, text, states.get(action.Identifier) ?? new Set()),
  );
};

/** Rules about the languages of a flow that does not declare them. */
export const languageRules: readonly Rule[] = [foreignPrompts];
