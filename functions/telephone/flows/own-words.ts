import { asShipped } from '#shared/flow/blocks/block.ts';
import { withWords } from '#shared/flow/blocks/prompt.ts';
import type { FlowDefinition } from '#shared/flow/builder.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import {
  flowProblems,
  type ListedPrompt,
  type PromptSamples,
  promptsOf,
  REFERENCE,
} from '#shared/flow/prompt-list.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { allFlows } from './all-flows.ts';
import { shippedFlowSettings } from './flow-settings.ts';
import { promptSamples } from './prompt-samples.ts';

type Language = 'ar' | 'en';
const LANGUAGES = ['ar', 'en'] as const;
const COLUMNS = ['flow', 'block', ...LANGUAGES] as const;

/** A row of a table of prompts. `line` counts from 1. */
export interface SheetRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The prompts of a centre in its own words. */
export interface OwnWords {
  /** One line for each problem. Flows may be compiled only when there is none. */
  readonly problems: readonly string[];
  /** The number of changed texts. */
  readonly changed: number;
  /** Return flows that speak these words, and the shipped ones in all other places. */
  in(flows: readonly FlowDefinition[]): readonly FlowDefinition[];
}

type Texts = Readonly<Partial<Record<Language, string>>>;
type Changes = ReadonlyMap<string, Texts>;

const placeOf = ({ flow, block }: Pick<ListedPrompt, 'flow' | 'block'>): string => `${flow} [${block}]`;

const inWordsOf = (changes: Changes, { toFlow, ...definition }: FlowDefinition): FlowDefinition => ({
  ...definition,
  toFlow: (resolve, reword = asShipped) =>
    toFlow(resolve, (block, prompt) => {
      const { ar, en } = changes.get(placeOf({ flow: definition.name, block })) ?? {};
      // A prompt in one language has its text in both places.
      const texts = prompt.only === undefined ? { ar, en } : { ar: ar ?? en, en: en ?? ar };
      return reword(block, {
        ...prompt,
        ar: texts.ar === undefined ? prompt.ar : withWords(prompt.ar, texts.ar),
        en: texts.en === undefined ? prompt.en : withWords(prompt.en, texts.en),
      });
    }),
});

/** How each language names a key. The key that a prompt names is logic, and only its words may change. */
const KEYS: Readonly<Record<Language, RegExp>> = {
  ar: /(?:الرقم|رقمًا|مفتاح|من|إلى) (?:صفر|واحد|اثنين|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|النجمة|المربع)(?!\p{L})/gu,
  en: /(?:press|from|to)(?: the)? (?:zero|one|two|three|four|five|six|seven|eight|nine|star|hash)\b/giu,
};

const sorted = (found: RegExpMatchArray | null, last = false): string[] =>
  (found ?? []).map((one) => (last ? (one.split(' ').at(-1) ?? '').toLowerCase() : one)).sort();

/** Return the signs that one text has and the other lacks. */
const without = (these: readonly string[], those: readonly string[]): string[] => {
  const rest = [...those];
  return these.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

/** Return the changes of a text, in one language, that concern more than its wording. */
function logicChanged(shipped: string, text: string, language: Language): string[] {
  const differ = (all: RegExp, kind: string, last = false) => {
    const [old, own] = [sorted(shipped.match(all), last), sorted(text.match(all), last)];
    return [
      ...without(old, own).map((one) => `leaves out the ${kind} "${one}"`),
      ...without(own, old).map((one) => `adds the ${kind} "${one}", which the shipped prompt does not have`),
    ];
  };
  return [
    ...differ(REFERENCE, 'reference'),
    ...differ(KEYS[language], 'key', true),
    ...(/[<>]/u.test(text) ? ['has markup; write words only'] : []),
    ...(/\$(?!\.[A-Za-z])/u.test(text) ? ['has a "$" that begins no reference'] : []),
  ];
}

interface Read {
  readonly changes: Changes;
  readonly problems: readonly string[];
}

/** Marks of direction, which spreadsheets add to Arabic text. No voice speaks them. */
const UNSPOKEN = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Return the words of a cell, without line breaks and marks of direction. */
const wordsOf = (cell: string): string => cell.replace(UNSPOKEN, '').replace(/\s+/gu, ' ').trim();

/** Compare one text of a row with the shipped one. An empty or equal text changes nothing. */
function compare(shipped: string, text: string, language: Language) {
  if (text === '' || text === shipped) return { texts: {}, problems: [] };
  const found = shipped === '' ? ['is not spoken in this language'] : logicChanged(shipped, text, language);
  return { texts: { [language]: text }, problems: found.map((problem) => `${language} ${problem}`) };
}

/** Compare the rows of a sheet with the shipped prompts. */
function read([head, ...body]: readonly SheetRow[], shipped: ReadonlyMap<string, ListedPrompt>): Read {
  const names = (head?.fields ?? []).map((name) => wordsOf(name).toLowerCase());
  if (COLUMNS.some((column) => !names.includes(column)))
    return { changes: new Map(), problems: [`line 1: expected the columns ${COLUMNS.join(', ')}`] };
  const changes = new Map<string, Texts>();
  const problems: string[] = [];
  const lines = new Map<string, number>();
  for (const { line, fields } of body) {
    const cell = (column: (typeof COLUMNS)[number]) => wordsOf(fields[names.indexOf(column)] ?? '');
    const place = placeOf({ flow: cell('flow'), block: cell('block') });
    const prompt = shipped.get(place);
    const before = lines.get(place);
    if (!prompt) problems.push(`line ${line}: there is no prompt ${place}`);
    else if (before !== undefined) problems.push(`line ${line}: ${place} is already on line ${before}`);
    else {
      const compared = LANGUAGES.map((language) => compare(prompt[language], cell(language), language));
      const found = compared.flatMap((one) => one.problems);
      problems.push(...found.map((problem) => `line ${line}: ${place}: ${problem}`));
      const texts: Texts = Object.assign({}, ...compared.map((one) => one.texts));
      if (Object.keys(texts).length > 0) changes.set(place, texts);
    }
    lines.set(place, line);
  }
  return { changes, problems };
}

const MEMO: { samples?: PromptSamples } = {};

/** Return what the linter and the rules for speech find in flows. */
function heardProblems(flows: readonly FlowDefinition[]): string[] {
  MEMO.samples ??= promptSamples(defaultSettings);
  const { samples } = MEMO;
  return flows.flatMap((definition) => {
    const flow = definition.toFlow();
    const { errors, warnings } = lintFlow(flow);
    return [
      ...flowProblems(flow, samples),
      ...[...errors, ...warnings].map(({ block, message }) => `${definition.name} [${block}]: ${message}`),
    ];
  });
}

/**
 * Read a table of prompts in the words of a centre: the columns `flow`, `block`, `ar` and `en`, as
 * `npm run flow -- prompts --csv` prints them. Only wording may change: the references to attributes and the keys
 * stay, and the rules of all prompts apply.
 */
export function ownWords(rows: readonly SheetRow[]): OwnWords {
  const flows = allFlows(shippedFlowSettings);
  const shipped = new Map(flows.flatMap(promptsOf).map((prompt) => [placeOf(prompt), prompt]));
  const { changes, problems } = read(rows, shipped);
  const flowsOf = new Set([...changes.keys()].map((place) => shipped.get(place)?.flow));
  const inThese = (given: readonly FlowDefinition[]) =>
    given.map((flow) => (flowsOf.has(flow.name) ? inWordsOf(changes, flow) : flow));
  const reworded = inThese(flows.filter(({ name }) => flowsOf.has(name)));
  return {
    problems: problems.length > 0 ? problems : heardProblems(reworded),
    changed: [...changes.values()].flatMap((texts) => Object.keys(texts)).length,
    in: inThese,
  };
}
