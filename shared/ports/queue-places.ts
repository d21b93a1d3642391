import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';

/**
 * Returns the place of a contact in its queue, or undefined when it is not in a queue. Rejects when the place
 * is unavailable.
 */
export interface QueuePlaces {
  placeOf(contactId: string): Promise<QueuePlace | undefined>;
}
