import type { Notice } from '#events/vocabulary.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { decideDigest } from '#shared/domain/notices/decide-digest.ts';
import { addressOfReader, type Reader } from '#shared/domain/notices/reader.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import { hasProcessed } from '#shared/ports/processed-causes.ts';
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

const effectOf = ({ reader, notice }: AddressedNotice): string => causeId(`${notice.event}#notice#${reader}`);

/** A notice that was announced before, and the commit of the announcement. */
interface Repeated {
  readonly addressed: AddressedNotice;
  readonly cause: string | undefined;
}

/**
 * Return which repeated notices are or were in the digest of their reader. The state lists its newest
 * commits. Older notices, and notices that were announced but never written, are looked up in the history of
 * the digest.
 */
async function gathered(store: Store, reader: Reader, repeated: readonly Repeated[]): Promise<Set<string>> {
  const state = await store.load('digest', reader);
  if (!state || repeated.length === 0) return new Set();
  const waiting = new Set(state.notices.map(({ event }) => event));
  const isInDigest = ({ addressed, cause }: Repeated): boolean =>
    waiting.has(addressed.notice.event) || (cause !== undefined && hasProcessed(state, cause));
  const inDigest = repeated.filter(isInDigest);
  const unsure = repeated.filter((one) => !isInDigest(one));
  const events = new Set(inDigest.map(({ addressed }) => addressed.notice.event));
  if (unsure.length === 0) return events;
  const commits = await store.timeline('digest', reader);
  const causes = new Set(commits.map(({ cause }) => cause));
  const listed = new Set(
    commits.flatMap(({ patch }) => ((patch.notices ?? []) as Notice[]).map(({ event }) => event)),
  );
  for (const { addressed, cause } of unsure) {
    const { event } = addressed.notice;
    if (listed.has(event) || (cause !== undefined && causes.has(cause))) events.add(event);
  }
  return events;
}

/** Add the notices of one batch for one reader in one commit. Return how many were new. */
async function gatherFor(
  { store, clock }: GatherDeps,
  rules: Rules,
  reader: Reader,
  all: readonly AddressedNotice[],
): Promise<number> {
  const now = clock.now();
  const to = addressOfReader(reader, rules);
  const cause = causeId(`notices:${reader}:${all.map(({ notice }) => notice.event).sort()}`);
  const repeated: Repeated[] = [];
  for (const addressed of all) {
    const [id, about] = [effectOf(addressed), addressed.notice.case];
    const effect = { id, at: now, what: addressed.notice.kind, to, token: cause };
    if (await store.recordEffect('case', about, effect)) continue;
    repeated.push({ addressed, cause: (await store.effect('case', about, id))?.token });
  }
  const gatheredBefore = await gathered(store, reader, repeated);
  const notices = all.map(({ notice }) => notice).filter(({ event }) => !gatheredBefore.has(event));
  if (notices.length === 0) return 0;
  await updateAggregate(
    store,
    { kind: 'digest', id: reader, cause, by: 'rida', at: now, recordedAt: now },
    (before) => decideDigest(reader, before, { do: 'add', notices }, { now, rules }),
  );
  return notices.length;
}

/**
 * Add notices to the digests of their readers, each once regardless of repeated deliveries. First announce a
 * notice on its case, with the id of the commit that will contain it; then write it. Each step is one
 * conditional put, and nothing is read unless an event is repeated. After a failure, the retry finds the
 * announcement. If notices were announced after the write, a digest sent in between would repeat them. If the
 * digest kept them, it would grow without limit. Return how many were added.
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
