import type { CaseType } from '#events/vocabulary.ts';

/** The contact attribute's value once nothing is left undone; Connect takes no empty one. */
export const NO_INTENT = '-';

const TYPES: readonly CaseType[] = ['observation', 'inquiry', 'report', 'complaint'];

/**
 * What kind of case the intent of a call asks for: `register:report`, or an inquiry where a call-back or a
 * message was promised. Undefined when nothing was left undone, or nothing this release knows.
 *
 * @param intent the contact attribute `intent`: what Rida could not do while the caller waited
 */
export function caseTypeOfIntent(intent: string | undefined): CaseType | undefined {
  if (intent === 'callback' || intent === 'message') return 'inquiry';
  const [verb, type] = (intent ?? NO_INTENT).split(':');
  return verb === 'register' ? TYPES.find((candidate) => candidate === type) : undefined;
}
