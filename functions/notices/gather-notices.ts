import type { Notice } from '#events/vocabulary.ts';
import { scheduleDigest } from '#shared/application/digests.ts';
import { addressOfReader, type Reader } from '#shared/domain/notices/reader.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface GatherDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

/** A notice and its reader. */
export interface AddressedNotice {
  readonly reader: Reader;
  readonly notice: Notice;
}

/** The id of the effect that proves that a notice was collected for its reader. */
const effectOf = ({ reader, notice }: AddressedNotice): string => causeId(`${notice.event}#notice#${reader}`);

/** Collect the notices of one batch for one reader. Return how many are new. */
async function gatherFor(
  { store, clock }: GatherDeps,
  rules: Rules,
  reader: Reader,
  all: readonly AddressedNotice[],
): Promise<number> {
  const now = clock.now();
  const to = addressOfReader(reader, rules);
  const once = [...new Map(all.map((one) => [one.notice.event, one])).values()];
  const collected = await store.collectNotices(
    reader,
    once.map((addressed) => {
      const { notice } = addressed;
      const id = effectOf(addressed);
      return { notice, effect: { id, at: now, what: notice.kind, to, token: id } };
    }),
  );
  await scheduleDigest({ store, rules, now }, reader, collected);
  return collected.length;
}

/**
 * Collect notices for their readers' digests, each once however often its event is delivered. A notice is an
 * item of its own, stored together with the effect at its case that proves it, and only when that effect is
 * not there yet. Nothing that is read or written grows with what a reader was told before. Return how many
 * are new.
 */
export async function gatherNotices(deps: GatherDeps, all: readonly AddressedNotice[]): Promise<number> {
  if (all.length === 0) return 0;
  const rules = await deps.rules.current();
  const readers = [...Map.groupBy(all, ({ reader }) => reader)];
  const settled = await Promise.allSettled(
    readers.map(([reader, theirs]) => gatherFor(deps, rules, reader, theirs)),
  );
  // Report a failure only when all writes have ended: a retry must not run in parallel with a write of this
  // attempt.
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
}
