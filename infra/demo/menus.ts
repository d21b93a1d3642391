import { keysToDial } from './scripted-caller.ts';

/**
 * Responses of callers at the questions of the flows, by meaning. A first-time caller is asked for a
 * language.
 */
export const arabic = ['1', 'silence'] as const;
export const english = ['2', 'silence'] as const;
/** The caller declines the recording. */
export const unrecorded = ['1', '*'] as const;
/** The language is stored from an earlier call. */
export const staySilent = ['silence'] as const;

/** Choose a case type, no specific topic, then an agent. */
export const observation = ['1', '0', '0'] as const;
export const report = ['3', '0', '0'] as const;
export const inquiry = ['2'] as const;
export const investor = ['5'] as const;

export const askStatus = (reference: string): readonly string[] => ['4', keysToDial(reference)];

/** Accept the questions after the call, and answer them. */
export const rating = (score: number, finished: boolean): readonly string[] => [
  '1',
  String(score),
  finished ? '1' : '2',
];
