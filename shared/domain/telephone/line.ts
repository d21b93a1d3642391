import type { Segment } from '#events/vocabulary.ts';

/** The lines of the centre: its main number, the investors' line and the staff line. */
export const CALL_LINES = ['general', 'investors', 'staff'] as const;
export type CallLine = (typeof CALL_LINES)[number];

/** Return the line of a contact attribute, `general` by default. */
export const readLine = (given: string | undefined): CallLine =>
  CALL_LINES.find((line) => line === given) ?? 'general';

const SEGMENT: Readonly<Record<CallLine, Segment>> = {
  general: 'unknown',
  investors: 'investor',
  staff: 'staff',
};

/** Return the caller's segment as far as the line determines it. */
export const segmentOf = (line: CallLine): Segment => SEGMENT[line];

/** The queues: one for each line, and one for callbacks, which are not counted as callers who wait. */
export const CALL_QUEUES = [...CALL_LINES, 'callback'] as const;
export type CallQueue = (typeof CALL_QUEUES)[number];
