import { same } from './same.ts';
import type { Settings } from './settings.ts';

/** Check whether settings call the provider of text messages in another way, or another provider. */
export function changesProvider(before: Settings['messages'], after: Settings['messages']): boolean {
  const [old, next] = [before, after].map(({ use: _, callAfterHours: _hours, ...how }) => how);
  return !same(old, next);
}
