import { formatDate, parseDate } from '../sla/local-date.ts';
import { DAY } from '../time/instant.ts';
import { localDay } from './local-day.ts';

/**
 * How long the proof that an event was counted is kept, from the recording of the event. The bus archives events for
 * one year of replay. An event that arrives later is not counted, because it could have been counted before.
 */
export const PROOF_KEPT = 400 * DAY;

/** Return the first day of which all counted events are kept. */
export const firstProvenDay = (now: number): string => formatDate(parseDate(localDay(now - PROOF_KEPT)) + 1);
