/**
 * The kinds of contacts that arrive: a new case, a message of a person on an existing case, spam or a virus that was
 * set aside, a mail that could not be read, or mail of a machine.
 */
export const ARRIVALS = ['case', 'follow-up', 'set-aside', 'quarantined', 'machine'] as const;
export type Arrival = (typeof ARRIVALS)[number];
