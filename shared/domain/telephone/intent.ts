import type { CaseType } from '#events/vocabulary.ts';

/** Value of the contact attribute when there is no open intent. Connect does not accept an empty value. */
const NO_INTENT = '-';

const TYPES: readonly CaseType[] = ['observation', 'inquiry', 'report', 'complaint'];

/**
 * Return the case type for the intent of a call: the type of `register:report`, or an inquiry when a callback
 * or a message was promised. Return undefined without an intent, or for one that this release does not
 * support.
 * @param intent the contact attribute `intent`: work that Rida could not do while the caller waited
 */
export function caseTypeOfIntent(intent: string | undefined): CaseType | undefined {
  if (intent === 'callback' || intent === 'message') return 'inquiry';
  const [verb, type] = (intent ?? NO_INTENT).split(':');
  return verb === 'register' ? TYPES.find((candidate) => candidate === type) : undefined;
}
