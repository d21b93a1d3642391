import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { finalCode } from '#shared/domain/outreach/week/final-code.ts';
import { replicatesToRelease, type WeekProgress } from '#shared/domain/outreach/week/release.ts';
import { type EvaluationWeek, released } from '#shared/domain/outreach/week/week.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

const AT_ONCE = 50;

/** Load the calls of replicates of a week. An expired one is left out. */
export async function callsOfWeek(
  store: Store,
  replicates: EvaluationWeek['replicates'],
): Promise<readonly CallOut[]> {
  const ids = replicates.flat();
  const calls: CallOut[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const loaded = await Promise.all(some.map((id) => store.load('call-out', id)));
    calls.push(...loaded.filter((one) => one !== undefined));
  }
  return calls;
}

/** Count the results of the released calls of a week. */
export function progressOf(calls: readonly CallOut[]): WeekProgress {
  const ended = calls.filter(({ state }) => state.is === 'finished');
  return {
    completes: ended.filter((call) => finalCode(call) === '1.1').length,
    open: calls.length - ended.length,
    ended: ended.length,
  };
}

/**
 * Release the next replicates of a week when the released ones are not expected to reach the target. It may be
 * repeated: calls of a released replicate that are still held are released too.
 */
export async function releaseReplicates(
  store: Store,
  rules: OutboundRules,
  { week: id, now, cause }: { readonly week: string; readonly now: number; readonly cause: string },
): Promise<'released' | 'enough'> {
  const week = await store.load('week', id);
  if (!week) return 'enough';
  const calls = await callsOfWeek(store, week.replicates.slice(0, week.released));
  const waiting = week.replicates.slice(week.released).map(({ length }) => length);
  const more = replicatesToRelease(progressOf(calls), week, waiting);
  const by = 'rida';
  if (more > 0)
    await updateAggregate(
      store,
      { kind: 'week', id, cause: causeId(`${cause}#release`), by, at: now, recordedAt: now },
      (before) => {
        const next = before && released(before, week.released + more);
        return next && { state: next, events: [] };
      },
    );
  const next = await callsOfWeek(store, week.replicates.slice(week.released, week.released + more));
  const held = [...calls, ...next].filter((call) => call.held);
  for (const { id: call } of held)
    await updateCallOut(store, rules, {
      ...{ id: call, cause: causeId(`release:${call}`), by, at: now, recordedAt: now, correlationId: id },
      command: { do: 'release' },
    });
  return held.length > 0 ? 'released' : 'enough';
}
