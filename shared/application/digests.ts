import type { Notice } from '#events/vocabulary.ts';
import { type DigestStep, decideDigest, unsent } from '#shared/domain/notices/decide-digest.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface DigestContext {
  readonly store: Store;
  readonly rules: Rules;
  readonly now: number;
}

export type DigestResult = 'committed' | 'unchanged';

const ATTEMPTS = 12;
/** Maximum number of notices in and behind one mail. Further ones wait for the next mail. */
const MOST_AT_ONCE = 1000;

/**
 * Commit a decision on the state it was made from. The cause contains the version of that state, so that two
 * decisions on one version commit once.
 */
async function commit(
  { store, now }: DigestContext,
  before: Digest | undefined,
  { state: after, events }: DigestStep,
): Promise<boolean> {
  const { id } = after;
  const cause = causeId(`digest:${id}:${before?.version ?? 0}`);
  const trace = { cause, by: 'rida', correlationId: cause, causationId: cause } as const;
  const at = { at: now, recordedAt: now };
  const { outcome } = await store.commit({ kind: 'digest', id, ...trace, ...at, events, before, after });
  return outcome !== 'conflict';
}

const contested = (reader: string): Error =>
  new Error(`digest ${reader} changed ${ATTEMPTS} times while it was written; try again`);

/**
 * Set the timer of a reader's digest for notices that were just collected. Without new ones, make sure that
 * notices which wait from an earlier attempt have a timer.
 */
export async function scheduleDigest(
  context: DigestContext,
  reader: string,
  collected: readonly Notice[],
): Promise<void> {
  const { store } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await store.load('digest', reader);
    if (collected.length === 0 && state?.nextDueAt !== undefined) return;
    const waiting =
      collected.length > 0
        ? collected
        : (await store.waitingNotices(reader, MOST_AT_ONCE)).map(({ notice }) => notice);
    const step = decideDigest(reader, state, { do: 'schedule', waiting }, context);
    if (step === undefined || (await commit(context, state, step))) return;
  }
  throw contested(reader);
}

/**
 * Send a reader's notices when their timer is due, and remove the sent ones. Set the timer again for a notice
 * that was collected in the same time. After a crash at any point the repeat continues, because the state lists
 * the events in the newest mail.
 */
export async function tickDigest(context: DigestContext, reader: string): Promise<DigestResult> {
  const { store } = context;
  let outcome: DigestResult = 'unchanged';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await store.load('digest', reader);
    if (state === undefined) return outcome;
    const waiting = await store.waitingNotices(reader, MOST_AT_ONCE);
    const fresh = new Set(
      unsent(
        state,
        waiting.map(({ notice }) => notice),
      ),
    );
    const leftover = waiting.filter(({ notice }) => !fresh.has(notice));
    if (leftover.length > 0) await store.removeNotices(reader, leftover);
    const step = decideDigest(reader, state, { do: 'tick', waiting: [...fresh] }, context);
    if (step === undefined) return outcome;
    if ((await commit(context, state, step)) && step.events.length > 0) outcome = 'committed';
  }
  throw contested(reader);
}
