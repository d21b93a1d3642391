import { DAY } from '../time/instant.ts';

/**
 * How long the proof that an event was counted is kept, from the recording of the event. The bus archives events for
 * one year of replay. An event that arrives later is not counted, because it could have been counted before.
 */
export const PROOF_KEPT = 400 * DAY;
