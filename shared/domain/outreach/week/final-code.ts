import type { AttemptOutcome, Disposition } from '#events/vocabulary.ts';
import type { DispositionCounts } from '../../statistics/response-rates.ts';
import { outcomeOf } from '../attempt-outcome.ts';
import type { CallOut } from '../call-out.ts';
import { hasRefused, isImplicitRefusal } from './protocol.ts';

/**
 * AAPOR's final codes (Standard Definitions, 10th ed., 2023), each with the letter by which the rates count it.
 */
export const FINAL_CODES = {
  '1.1': 'I',
  '1.2': 'P',
  '2.112': 'R',
  /** An implicit refusal: the person missed their own appointment twice. */
  '2.112c': 'R',
  '2.22': 'NC',
  /** Reached, and then not within the attempts. */
  '2.30': 'O',
  '2.332': 'O',
  /** Not called before the end. */
  '3.11': 'UH',
  '3.12': 'UH',
  '3.13': 'UH',
  /** Technical failures on our side. */
  '3.15': 'UH',
  '3.90': 'UO',
  /** Not a number of the person. */
  '4.30': 'ineligible',
  '4.32': 'ineligible',
  '4.70': 'ineligible',
} as const satisfies Readonly<Record<string, keyof DispositionCounts>>;
export type FinalCode = keyof typeof FINAL_CODES;

const REACHED: readonly AttemptOutcome[] = ['callback-agreed', 'hung-up', 'partial', 'refused', 'language'];

/** The codes that a disposition has by itself. */
const BY_DISPOSITION: Partial<Record<Disposition, FinalCode>> = {
  completed: '1.1',
  partial: '1.2',
  language: '2.332',
  technical: '3.15',
  'not-allowed': '3.90',
  'wrong-number': '4.30',
  'invalid-number': '4.32',
  'not-user': '4.70',
  'own-staff': '4.70',
  test: '4.70',
};

/** The code of a person who was not reached. It is unknown whether such a person is eligible. */
function unreached(outcomes: readonly AttemptOutcome[], isOver: boolean): FinalCode {
  if (outcomes.includes('machine')) return '2.22';
  const tried = outcomes.filter((outcome) => outcome !== 'failed');
  if (tried.length === 0) return outcomes.length > 0 ? '3.15' : '3.11';
  if (isOver) return '3.90';
  return tried.at(-1) === 'busy' ? '3.12' : '3.13';
}

/** Return the final code of a call of the programme, or undefined while it has none. */
export function finalCode(callOut: Pick<CallOut, 'state' | 'attempts' | 'purpose'>): FinalCode | undefined {
  const { state, attempts, purpose } = callOut;
  if (state.is !== 'finished') return undefined;
  const { disposition } = state;
  const own = BY_DISPOSITION[disposition];
  if (own !== undefined) return own;
  const outcomes = attempts.flatMap((attempt) => outcomeOf(attempt, purpose) ?? []);
  if (isImplicitRefusal(outcomes)) return '2.112c';
  if (disposition === 'refused' || disposition === 'opted-out' || hasRefused(outcomes)) return '2.112';
  if (outcomes.some((outcome) => REACHED.includes(outcome))) return '2.30';
  return unreached(outcomes, disposition !== 'stopped' && disposition !== 'erased');
}

const NONE: DispositionCounts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, ineligible: 0 };

/** Count final codes by the letters of the rates. */
export function countCodes(codes: Readonly<Partial<Record<FinalCode, number>>>): DispositionCounts {
  const counts = { ...NONE };
  for (const [code, count] of Object.entries(codes)) counts[FINAL_CODES[code as FinalCode]] += count;
  return counts;
}
