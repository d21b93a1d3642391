import { keysToDial } from './scripted-caller.ts';

/**
 * Responses of callers at the questions of the flows, by meaning. A first-time caller is asked for a
 * language.
 */
export const arabic = ['1', 'silence'] as const;
export const english = ['2', 'silence'] as const;
/** The language is stored from an earlier call. */
export const staySilent = ['silence'] as const;

/** Accept the recording with an agent, or decline it. */
const accept = 'silence';
const decline = '*';

/** Choose a case type, no specific topic, then an agent. */
export const observation = ['1', '0', '0', accept] as const;
export const report = ['3', '0', '0', accept] as const;
export const inquiry = ['2', accept] as const;
export const investor = ['5', accept] as const;
export const unrecordedInquiry = ['2', decline] as const;

export const askStatus = (reference: string): readonly string[] => ['4', keysToDial(reference)];

/** Accept the questions after the call, and answer them. */
export const rating = (score: number, finished: boolean): readonly string[] => [
  '1',
  String(score),
  finished ? '1' : '2',
];
