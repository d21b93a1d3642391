import type { CallLine } from '#shared/domain/telephone/line.ts';

/** A number of the centre that can be called: which flow answers it. */
export interface CalledNumber {
  readonly number: string;
  readonly flow: string;
}

/** The numbers people call. Connect gives real ones; these are from a range nobody has. */
export const CALLED: Readonly<Record<CallLine, CalledNumber>> = {
  general: { number: '+966920000940', flow: 'main' },
  investors: { number: '+966920000941', flow: 'investors' },
  staff: { number: '+966920000942', flow: 'staff' },
};
