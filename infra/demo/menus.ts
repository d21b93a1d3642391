import { keysOf } from './caller.ts';

/** What callers do at the flows' questions, by what they mean. Somebody who calls for the first time is asked for a language. */
export const arabic = ['1', 'silence'] as const;
export const english = ['2', 'silence'] as const;
/** They do not want to be recorded. */
export const unrecorded = ['1', '*'] as const;
/** Their language is known from an earlier call. */
export const again = ['silence'] as const;

/** A kind of case, of no topic in particular, and then an agent. */
export const observation = ['1', '0', '0'] as const;
export const report = ['3', '0', '0'] as const;
export const inquiry = ['2'] as const;
export const investor = ['5'] as const;

export const status = (reference: string): readonly string[] => ['4', keysOf(reference)];

/** They agree to the questions after the call, and answer them. */
export const rating = (score: number, finished: boolean): readonly string[] => [
  '1',
  String(score),
  finished ? '1' : '2',
];
