import type { CallPurpose, Preference } from '#events/vocabulary.ts';

/** Whether somebody asked not to be called for such a purpose: an evaluation is a survey as well. */
export const isUnwanted = (purpose: CallPurpose, optOuts: readonly Preference[]): boolean =>
  optOuts.includes('calls') || (purpose === 'evaluation' && optOuts.includes('surveys'));

/** What somebody says no to who never wants such a call again. */
export const neverAgain = (purpose: CallPurpose): readonly Preference[] =>
  purpose === 'evaluation' ? ['surveys', 'calls'] : ['calls'];
