import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { replicatesToRelease } from '#shared/domain/outreach/week/release.ts';
import { type Replicate, replicateId } from '#shared/domain/outreach/week/replicate.ts';
import { progressOf, sumOf, type Tally, tallyOf, unworked } from '#shared/domain/outreach/week/tally.ts';
import { type EvaluationWeek, released, sizesOf, type WeekPlace } from '#shared/domain/outreach/week/week.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { inGroups } from './draw/in-groups.ts';

const AT_ONCE = 50;

/** Load calls. An expired one is left out. */
async function loadCalls(store: Store, ids: readonly string[]): Promise<readonly CallOut[]> {
  const loaded = await inGroups(ids, AT_ONCE, (id) => store.load('call-out', id));
  return loaded.filter((one) => one !== undefined);
}

/** Return the results of a replicate, as they were counted after its last finished call. */
async function tallyOfReplicate(store: Store, week: EvaluationWeek, number: number): Promise<Tally> {
  const replicate = await store.load('replicate', replicateId(week.id, number));
  return replicate?.tally ?? tallyOf(await loadCalls(store, week.replicates?.[number - 1] ?? []));
}

/** Return the results of the released calls of a week. It reads a record for each replicate. */
export async function tallyOfWeek(store: Store, week: EvaluationWeek): Promise<Tally> {
  const numbers = Array.from({ length: week.released }, (_, index) => index + 1);
  return sumOf(await inGroups(numbers, AT_ONCE, (number) => tallyOfReplicate(store, week, number)));
}

const callsOf = async (store: Store, week: EvaluationWeek, number: number): Promise<readonly string[]> =>
  (await store.load('replicate', replicateId(week.id, number)))?.calls ?? week.replicates?.[number - 1] ?? [];

const ATTEMPTS = 12;

/**
 * Count the results of the replicate of a call again. The calls are read after the record, and the record is stored
 * only when no other count came between, so that the last count has every result.
 */
async function countReplicate(
  store: Store,
  place: WeekPlace,
  { now, cause }: { readonly now: number; readonly cause: string },
): Promise<void> {
  const id = replicateId(place.id, place.replicate);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const replicate: Replicate | undefined = await store.load('replicate', id);
    if (!replicate) return;
    const isPlanned = (await store.load('week', place.id))?.planned === true;
    const calls = await loadCalls(store, replicate.calls);
    // Calls that the draw has still to plan are open.
    const missing = isPlanned ? 0 : replicate.calls.length - calls.length;
    const tally = sumOf([tallyOf(calls), ...(missing > 0 ? [unworked(missing)] : [])]);
    const done = await updateAggregate(
      store,
      { kind: 'replicate', id, cause: causeId(`${cause}#count`), by: 'rida', at: now, recordedAt: now },
      (before) =>
        before?.version === replicate.version ? { state: { ...before, tally }, events: [] } : undefined,
    );
    if (done.outcome !== 'unchanged') return;
  }
  throw new Error(`replicate ${id} changed ${ATTEMPTS} times while it was counted; try again`);
}

/** Release the calls of replicates that are still held. Return whether there were some. */
async function releaseCalls(
  store: Store,
  rules: OutboundRules,
  { week, from, to, now }: { week: EvaluationWeek; from: number; to: number; now: number },
): Promise<boolean> {
  let isReleased = false;
  for (let number = from; number <= to; number += 1) {
    const calls = await loadCalls(store, await callsOf(store, week, number));
    for (const { id } of calls.filter(({ held }) => held)) {
      isReleased = true;
      await updateCallOut(store, rules, {
        ...{
          id,
          cause: causeId(`release:${id}`),
          by: 'rida',
          at: now,
          recordedAt: now,
          correlationId: week.id,
        },
        command: { do: 'release' },
      });
    }
  }
  return isReleased;
}

/**
 * Return the number of the last released replicate without a held call, or 0. The release of those after it was
 * interrupted.
 */
async function lastWithoutHeld(store: Store, week: EvaluationWeek): Promise<number> {
  for (let number = week.released; number > 0; number -= 1) {
    const calls = await loadCalls(store, await callsOf(store, week, number));
    if (calls.every(({ held }) => !held)) return number;
  }
  return 0;
}

/**
 * After a finished call: count the results of its replicate, and release the next replicates of its week when the
 * released ones are not expected to reach the target. It may be repeated: calls of a released replicate that
 * are still held are released too.
 */
export async function releaseReplicates(
  store: Store,
  rules: OutboundRules,
  { place, now, cause }: { readonly place: WeekPlace; readonly now: number; readonly cause: string },
): Promise<'released' | 'enough'> {
  await countReplicate(store, place, { now, cause });
  const week = await store.load('week', place.id);
  if (!week) return 'enough';
  const waiting = sizesOf(week).slice(week.released);
  const more =
    waiting.length > 0 ? replicatesToRelease(progressOf(await tallyOfWeek(store, week)), week, waiting) : 0;
  const by = 'rida';
  if (more > 0)
    await updateAggregate(
      store,
      { kind: 'week', id: week.id, cause: causeId(`${cause}#release`), by, at: now, recordedAt: now },
      (before) => {
        const next = before && released(before, week.released + more);
        return next && { state: next, events: [] };
      },
    );
  const from = (await lastWithoutHeld(store, week)) + 1;
  return (await releaseCalls(store, rules, { week, from, to: week.released + more, now }))
    ? 'released'
    : 'enough';
}
