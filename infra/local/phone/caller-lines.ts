import type { CallLine } from '#shared/domain/telephone/line.ts';

/** A phone number of the centre, and its entry flow. */
export interface CalledNumber {
  readonly number: string;
  readonly flow: string;
}

/**
 * The phone numbers of the centre. Connect assigns real numbers; these are from a range that is not assigned.
 */
export const CALLED: Readonly<Record<CallLine, CalledNumber>> = {
  general: { number: '+966920000940', flow: 'main' },
  investors: { number: '+966920000941', flow: 'investors' },
  staff: { number: '+966920000942', flow: 'staff' },
};
