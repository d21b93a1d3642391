import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';

/** Tells where a contact stands in its queue. Undefined when it is in none; rejects when nobody can say. */
export interface QueuePlaces {
  placeOf(contactId: string): Promise<QueuePlace | undefined>;
}
