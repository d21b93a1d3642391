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

/** Something a reader is to be told. */
export interface AddressedNotice {
  readonly reader: Reader;
  readonly notice: Notice;
}

const effectOf = ({ reader, notice }: AddressedNotice): string => causeId(`${notice.event}#notice#${reader}`);

/** The commit under which a notice was announced before, and the notice. */
interface Repeated {
  readonly addressed: AddressedNotice;
  readonly cause: string | undefined;
}

/**
 * Which repeated notices are in their reader's digest, or were. The head names its newest commits; what
 * comes again later than that, or was announced and never written, is told apart by the digest's past.
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

/** What one batch tells one reader, in one commit. Answers how many of it were new. */
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
 * Adds notices to their readers' digests, each once however often its event is delivered. A notice is
 * announced at its case first, with the commit that is to hold it, and then written: one put-if-absent, and
 * nothing is read unless it comes again. Whatever fails in between, the repeat knows what to look for. Were
 * it announced afterwards, a digest told in between would tell it again; were it kept in the digest, that
 * would grow with everything it ever told. Answers how many were added.
 */
export async function gatherNotices(deps: GatherDeps, all: readonly AddressedNotice[]): Promise<number> {
  if (all.length === 0) return 0;
  const rules = await deps.rules.current();
  const readers = [...Map.groupBy(all, ({ reader }) => reader)];
  const settled = await Promise.allSettled(
    readers.map(([reader, theirs]) => gatherFor(deps, rules, reader, theirs)),
  );
  // A failure is told only when nobody works on any more: whoever comes again must not meet a straggler.
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
}
