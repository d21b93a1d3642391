import type { CallPurpose, Preference } from '#events/vocabulary.ts';

/** Return true when the person opted out of calls with this purpose. An evaluation is a survey too. */
export const isUnwanted = (purpose: CallPurpose, optOuts: readonly Preference[]): boolean =>
  optOuts.includes('calls') || (purpose === 'evaluation' && optOuts.includes('surveys'));

/** Return the opt-outs of a person who never wants such a call again. */
export const neverAgain = (purpose: CallPurpose): readonly Preference[] =>
  purpose === 'evaluation' ? ['surveys', 'calls'] : ['calls'];
