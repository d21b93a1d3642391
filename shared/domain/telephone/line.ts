import type { Segment } from '#events/vocabulary.ts';

/** The lines of the centre: its own number, and those of investors and of the municipality's staff. */
export const CALL_LINES = ['general', 'investors', 'staff'] as const;
export type CallLine = (typeof CALL_LINES)[number];

/** The line a contact attribute names; the general one when it names none. */
export const readLine = (given: string | undefined): CallLine =>
  CALL_LINES.find((line) => line === given) ?? 'general';

const SEGMENT: Readonly<Record<CallLine, Segment>> = {
  general: 'unknown',
  investors: 'investor',
  staff: 'staff',
};

/** Who calls on a line, as far as the line tells. */
export const segmentOf = (line: CallLine): Segment => SEGMENT[line];
