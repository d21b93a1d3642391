import { tickDigest } from '#shared/application/digests.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import type { MemoryStore } from '#test/doubles/memory-store.ts';

/** Sends every digest that is due, as the worker behind the sweep does. */
export async function tickDigests(store: MemoryStore, now: number): Promise<void> {
  const { items } = await store.due(0, now, { limit: 100 });
  for (const { id } of items) await tickDigest({ store, rules, now }, id);
}
