import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { sampleBlob } from '#shared/domain/outreach/frame.ts';
import { nextWindow } from '#shared/domain/outreach/week/attempt-windows.ts';
import { replicatesToRelease } from '#shared/domain/outreach/week/release.ts';
import { type EvaluationWeek, type WeekOrder, weekOf } from '#shared/domain/outreach/week/week.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type DrawDeps, drawSampleOf, type PlannedTransaction, type Sample } from './draw-sample.ts';

interface PlannedCall {
  readonly id: string;
  readonly replicate: number;
  readonly transaction: PlannedTransaction;
}

/** Why no week was drawn. */
export type DrawRefusal = 'drawn-already' | 'nobody' | 'closed';

function languagesOf({ units }: Sample['population']): EvaluationWeek['languages'] {
  const counts = { ar: 0, en: 0 };
  for (const { transaction } of units) counts[transaction.language] += 1;
  return counts;
}

/** The id of a call names its person and the call before it, so that the same person is planned once. */
export const evaluationId = (phone: string, earlier: string | undefined): string =>
  causeId(`evaluation:${phone}:${earlier ?? 'first'}`);

/**
 * Draw the sample of the current week and plan its calls. A week is drawn once. The first replicates are released at
 * once, the others when the calls show that they are needed.
 */
export async function planWeek(
  deps: DrawDeps,
  order: WeekOrder,
  { now, cause }: { readonly now: number; readonly cause: string },
): Promise<EvaluationWeek | DrawRefusal> {
  const { store, blobs, rules } = deps;
  const id = weekOf(localDay(now));
  if (await store.load('week', id)) return 'drawn-already';
  if (nextWindow(rules.outbound.calendar, [], now) === undefined) return 'closed';
  const { population, drawn } = await drawSampleOf(deps, order, { now, week: id });
  if (drawn.drawn.length === 0) return 'nobody';
  const calls = drawn.drawn.map(
    ({ unit: { transaction }, replicate }): PlannedCall => ({
      id: evaluationId(transaction.phone, transaction.earlier),
      replicate,
      transaction,
    }),
  );
  const replicates = Array.from({ length: drawn.replicates }, (_, index) =>
    calls.filter(({ replicate }) => replicate === index + 1).map((call) => call.id),
  );
  // The sample is stored first, so that an interrupted plan is continued with the same persons.
  const sample = new TextEncoder().encode(JSON.stringify(calls));
  await blobs.put(sampleBlob(id), sample, 'application/json');
  const released = replicatesToRelease(
    { completes: 0, open: 0, ended: 0 },
    order,
    replicates.map(({ length }) => length),
  );
  const week: EvaluationWeek = {
    ...{ ...order, id, version: 0, causes: [], drawnAt: now, replicates, released },
    ...{ persons: population.persons, excluded: population.excluded, outside: population.outside },
    ...{ floor: drawn.floor, strata: drawn.strata, languages: languagesOf(population) },
    ...(drawn.reachable !== undefined && { reachable: drawn.reachable }),
  };
  const done = await updateAggregate(
    store,
    { kind: 'week', id, cause, by: order.by, at: now, recordedAt: now },
    (before) => (before ? undefined : { state: week, events: [] }),
  );
  // Another person drew the week at the same moment: their sample holds, not this one.
  if (done.outcome === 'unchanged') return 'drawn-already';
  return planCalls(deps, 'state' in done ? done.state : week, now);
}

const AT_ONCE = 25;

/** Plan the calls of a drawn week. It may be repeated: a planned call stays as it is. */
export async function planCalls(deps: DrawDeps, week: EvaluationWeek, now: number): Promise<EvaluationWeek> {
  if (week.planned) return week;
  const { store, blobs, rules } = deps;
  const { id, by, mode } = week;
  const blob = await blobs.get(sampleBlob(id));
  const listed = new Set(week.replicates.flat());
  const sample: readonly PlannedCall[] = blob ? JSON.parse(new TextDecoder().decode(blob.bytes)) : [];
  const calls = sample.filter((call) => listed.has(call.id));
  for (let from = 0; from < calls.length; from += AT_ONCE)
    await Promise.all(
      calls.slice(from, from + AT_ONCE).map(({ id: call, replicate, transaction }) => {
        const { phone, beneficiaryId, language, used, case: about, service } = transaction;
        return updateCallOut(store, rules.outbound, {
          ...{ id: call, cause: causeId(`plan:${call}`), by, at: now, recordedAt: now, correlationId: id },
          command: {
            ...{ do: 'plan', purpose: 'evaluation', beneficiaryId, phone, language, by, notBefore: now },
            service: used,
            week: { id, stratum: service, replicate, mode, ...(about !== undefined && { case: about }) },
            ...(replicate > week.released && { held: true as const }),
          },
        });
      }),
    );
  const done = await updateAggregate(
    store,
    { kind: 'week', id, cause: causeId(`planned:${id}`), by, at: now, recordedAt: now },
    (before) => (before && !before.planned ? { state: { ...before, planned: true }, events: [] } : undefined),
  );
  await blobs.remove([sampleBlob(id)]);
  return 'state' in done ? done.state : week;
}
