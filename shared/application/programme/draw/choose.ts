import { personOf } from '#shared/application/person-of.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { allocateWeek, LowestKeys, replicatesOf } from '#shared/domain/outreach/week/draw-week.ts';
import { replicatesToRelease } from '#shared/domain/outreach/week/release.ts';
import { replicateId } from '#shared/domain/outreach/week/replicate.ts';
import { unworked } from '#shared/domain/outreach/week/tally.ts';
import type { EvaluationWeek } from '#shared/domain/outreach/week/week.ts';
import { MOST_DRAWN, type WeekDraw } from '#shared/domain/outreach/week/week-draw.ts';
import { causeId, keyedHash } from '#shared/runtime/ids.ts';
import { type ChosenLine, getLines, putLines } from './draw-files.ts';
import type { DrawDeps, StepResult } from './draw-step.ts';
import { countsOf } from './group-persons.ts';
import { inGroups } from './in-groups.ts';
import { isErasedSince } from './persons.ts';

/** Keys that cost as much as one look at a person. */
const KEYS_A_PERSON = 200;

/** A person who may be drawn: the line of their unit. */
interface Candidate {
  readonly key: string;
  readonly call: string;
  readonly bucket: number;
  readonly line: number;
}

/** Replicates in one file. */
const REPLICATES_A_STEP = 50;

/** Store the drawn lines of each bucket, and the calls of each replicate. */
async function putSample(
  { blobs }: DrawDeps,
  draw: WeekDraw,
  replicates: readonly (readonly Candidate[])[],
): Promise<void> {
  const lines = new Map<number, ChosenLine[]>();
  replicates.forEach((replicate, index) => {
    for (const { bucket, line } of replicate) {
      const chosen = lines.get(bucket) ?? [];
      lines.set(bucket, chosen);
      chosen.push([line, index + 1]);
    }
  });
  await inGroups([...lines], REPLICATES_A_STEP, ([bucket, chosen]) =>
    putLines(
      blobs,
      draw,
      'chosen',
      bucket,
      chosen.sort(([a], [b]) => a - b),
    ),
  );
  for (let from = 0; from < replicates.length; from += REPLICATES_A_STEP) {
    const some = replicates.slice(from, from + REPLICATES_A_STEP);
    await putLines(
      ...([blobs, draw, 'replicates' as const, from / REPLICATES_A_STEP] as const),
      some.map((replicate) => replicate.map(({ call }) => call)),
    );
  }
}

/** Draw the sample, and store the week. Only the keys of the population are read, and only those of the sample kept. */
export async function chooseSample(deps: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { store, blobs } = deps;
  const {
    id: token,
    week: id,
    by,
    target,
    completion,
    mode,
    seed,
    at,
    persons,
    excluded,
    outside,
    languages,
  } = draw;
  const order = { by, target, completion, mode, seed };
  const done = { cost: Math.ceil(persons / KEYS_A_PERSON), isLast: true };
  const populations = await countsOf(deps, draw, 'strata');
  if (populations.size === 0) return { ...done, refused: 'nobody' };
  const allocation = allocateWeek(populations, order);
  const size = allocation.strata.reduce((sum, { drawn }) => sum + drawn, 0);
  if (size > MOST_DRAWN) return { ...done, refused: 'too-large' };
  const lowest = new LowestKeys<Candidate>(allocation);
  for (let bucket = 0; bucket < draw.buckets; bucket += 1)
    for (const [line, [stratum, key, call]] of (await getLines(blobs, draw, 'keys', bucket)).entries())
      lowest.add(stratum, { key, call, bucket, line });
  const replicates = replicatesOf(lowest.drawn(), (of) => keyedHash(seed, of));
  await putSample(deps, draw, replicates);
  const sizes = replicates.map(({ length }) => length);
  const week: EvaluationWeek = {
    ...{ ...order, id, version: 0, causes: [], drawnAt: at, sizes },
    released: replicatesToRelease({ completes: 0, open: 0, ended: 0 }, order, sizes),
    ...{ persons, excluded, outside, languages, ...allocation },
  };
  const stored = await updateAggregate(
    store,
    { kind: 'week', id, cause: causeId(`draw:${token}`), by, at, recordedAt: at },
    (before) => (before ? undefined : { state: week, events: [] }),
  );
  return stored.outcome === 'unchanged' ? { ...done, refused: 'drawn-already' } : done;
}

const WRITES_AT_ONCE = 25;
/** A write costs more than a look. */
const LOOKS_A_WRITE = 4;

/** Store the records of some replicates. */
export async function putReplicates({ store, blobs }: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { step, week, by, at } = draw;
  const replicates = await getLines(blobs, draw, 'replicates', step);
  const numbered = replicates.map((calls, index) => ({
    calls,
    number: step * REPLICATES_A_STEP + index + 1,
  }));
  await inGroups(numbered, WRITES_AT_ONCE, ({ calls, number }) => {
    const id = replicateId(week, number);
    const cause = causeId(`replicate:${draw.id}:${number}`);
    const tally = unworked(calls.length);
    return updateAggregate(store, { kind: 'replicate', id, cause, by, at, recordedAt: at }, (before) =>
      before ? undefined : { state: { id, version: 0, causes: [], calls, tally }, events: [] },
    );
  });
  return { cost: replicates.length * LOOKS_A_WRITE, isLast: replicates.length < REPLICATES_A_STEP };
}

const CALLS_A_STEP = 200;

/** Plan some calls of the drawn persons of a bucket. A planned call stays as it is. */
export async function planCalls(deps: DrawDeps, draw: WeekDraw, now: number): Promise<StepResult> {
  const { store, blobs, rules } = deps;
  const { step: bucket, buckets, planned, week: id, by, mode } = draw;
  const chosen = await getLines(blobs, draw, 'chosen', bucket);
  const some = chosen.slice(planned, planned + CALLS_A_STEP);
  const week = await store.load('week', id, 1);
  if (!week) throw new Error(`week ${id} has a sample and no record`);
  const units = some.length > 0 ? await getLines(blobs, draw, 'units', bucket) : [];
  await inGroups(some, WRITES_AT_ONCE, async ([line, replicate]) => {
    const unit = units[line];
    if (!unit) throw new Error(`draw ${draw.id}: bucket ${bucket} has no line ${line}`);
    const { id: beneficiaryId, phone, language, used, case: about, listedAt } = unit.row;
    const person = await personOf(store, beneficiaryId);
    // An erasure since the persons were looked at holds, and so do records that were joined or divided since.
    if (isErasedSince(person, listedAt) || (person?.id ?? beneficiaryId) !== unit.person) return undefined;
    return updateCallOut(store, rules.outbound, {
      ...{
        id: unit.call,
        cause: causeId(`plan:${unit.call}`),
        by,
        at: now,
        recordedAt: now,
        correlationId: id,
      },
      command: {
        ...{ do: 'plan', purpose: 'evaluation', beneficiaryId, phone, language, by, notBefore: now },
        service: used,
        week: { id, stratum: unit.stratum, replicate, mode, ...(about !== undefined && { case: about }) },
        ...(replicate > week.released && { held: true as const }),
      },
    });
  });
  const isWhole = planned + some.length >= chosen.length;
  return {
    cost: some.length * LOOKS_A_WRITE,
    isLast: isWhole && bucket + 1 === buckets,
    next: isWhole ? { planned: 0 } : { planned: planned + some.length, step: bucket },
  };
}
