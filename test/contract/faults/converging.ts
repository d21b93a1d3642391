import { isDeepStrictEqual } from 'node:util';
import type { WorkFunctionName } from '#shared/runtime/function-name.ts';
import { restartReferences } from '#test/builders/a-case.ts';
import { depsOf, runOnLambda } from '#test/unit/functions/hosts.ts';
import type { Impossible, Sample } from '#test/unit/functions/sample.ts';
import { samples } from '#test/unit/functions/samples/index.ts';
import { World, type WorldAdapters } from '#test/unit/functions/world.ts';
import { endOf } from './end-state.ts';
import { Died, FaultPoints, faultKinds, hasPart, pointed } from './fault-points.ts';
import type { Touched } from './recorded-store.ts';

/** A set of adapters, empty, whose calls the points see. */
export type OpenAdapters = (touched: Touched) => Promise<{
  readonly adapters: WorldAdapters;
  /** Let the points see the calls of the adapters from now on. */
  watch(points: FaultPoints | undefined): void;
  /** Whether `watch` sees the calls to the store, figures and quotas. Otherwise they are wrapped. */
  readonly seesCalls: boolean;
  close(): void;
}>;

export interface UseCase {
  readonly name: WorkFunctionName;
  readonly outcome: string;
  readonly sample: Sample;
}

const isSample = (one: Sample | Impossible): one is Sample => 'given' in one;

/** Samples that change a stored case behind the store’s back, which only the one in memory allows. */
const ONLY_IN_MEMORY = new Set(['mail/notify-beneficiary: no-address']);

/** Every outcome of every function that works for a queue, a stream or a schedule, or answers a flow. */
export const useCases: readonly UseCase[] = Object.entries(samples).flatMap(([name, outcomes]) =>
  Object.entries<Sample | Impossible>(outcomes).flatMap(([outcome, sample]) =>
    isSample(sample) && !ONLY_IN_MEMORY.has(`${name}: ${outcome}`)
      ? [{ name: name as WorkFunctionName, outcome, sample }]
      : [],
  ),
);

const PORTS = [
  ...['blobs', 'recordings', 'inbox', 'mailer', 'telephone', 'publisher', 'dueQueue', 'receivedQueue'],
  ...['keys', 'rules', 'hours', 'queues', 'aside', 'settings'],
] as const;
const STORES = ['store', 'figures', 'quotas'] as const;

const DELIVERIES = 8;
/** The receives before a message becomes a dead letter. */
const RECEIVES = 5;

/** Whether a response says that everything was processed. */
const isClean = (response: unknown): boolean => {
  const { batchItemFailures = [] } = (response ?? {}) as { batchItemFailures?: readonly unknown[] };
  return batchItemFailures.length === 0;
};

/**
 * Use cases whose inputs compete for a limit. A fault changes which of them gets under it, but not how many.
 * Therefore they are delivered one after the other, and their ends are compared by number.
 */
const COMPETING = new Set(
  ['too-many', 'stopped', 'ping-pong'].map((outcome) => `mail/notify-beneficiary: ${outcome}`),
);

const competes = ({ name, outcome }: UseCase): boolean => COMPETING.has(`${name}: ${outcome}`);

/** Deliver the inputs of a use case. Return whether all were processed, and whether the process died. */
async function delivered(useCase: UseCase, world: World, inputs: readonly unknown[], deps: object) {
  const batches = competes(useCase) ? inputs.map((input) => [input]) : [inputs];
  let isDone = true;
  let died = false;
  for (const batch of batches) {
    const response = await runOnLambda(useCase.name, world, batch, deps).catch((error: unknown) => error);
    isDone &&= !(response instanceof Error) && isClean(response);
    died ||= response instanceof Died;
  }
  return { isDone, died };
}

/** Run a use case, with one fault in its first delivery, and deliver again until all is done. */
async function ended(open: OpenAdapters, useCase: UseCase, points: FaultPoints, least = 1) {
  const { name, sample } = useCase;
  restartReferences();
  const touched: Touched = {
    ...{ aggregates: new Set(), readers: new Set(), users: new Set() },
    async aside(act) {
      watch(undefined);
      await act();
      watch(points);
    },
  };
  const { adapters, watch, seesCalls, close } = await open(touched);
  const world = new World(adapters);
  const inputs = await sample.given(world);
  // A read waits until every seeded case is stored.
  await world.store.load('case', 'none');
  const deps = Object.fromEntries(
    Object.entries(depsOf(world)).map(([port, value]) => {
      const isPort = (PORTS as readonly string[]).includes(port);
      const isStore = !seesCalls && (STORES as readonly string[]).includes(port);
      return [port, isPort || isStore ? pointed(port, value as object, points) : value];
    }),
  );
  watch(points);
  let clean = 0;
  for (let n = 1; clean < least; n += 1) {
    if (n > DELIVERIES) throw new Error(`${name} is not done after ${DELIVERIES} deliveries`);
    const { isDone, died } = await delivered(useCase, world, inputs, deps);
    if (isDone) clean += 1;
    // A sample with an input that always fails ends after its retries.
    else if (points.calls.length > 0 && n >= RECEIVES && !died) break;
  }
  watch(undefined);
  const end = await endOf(world, touched);
  close();
  return end;
}

type End = Awaited<ReturnType<typeof endOf>>;

/** Return how many mails, effects and events of each type an end has. */
function countsOf({ aggregates, mails, figures }: End) {
  const all = Object.values(aggregates) as readonly { commits: string[]; effects: string[] }[];
  const types = all
    .flatMap(({ commits }) => commits)
    .flatMap((one) => one.match(/"type":"rida[^"]+"/gu) ?? []);
  return {
    mails: mails.length,
    figures,
    effects: all.flatMap(({ effects }) => effects).length,
    events: types.sort(),
  };
}

/**
 * Use cases that act at most once, because the outside does not recognise a repetition. After a fault the act may not
 * have happened, and what follows in its place has another time. Therefore their ends are compared by number.
 */
const AT_MOST_ONCE = new Set(['surveys/send-message: sent']);

const comparable = (useCase: UseCase, end: End): unknown =>
  competes(useCase) || AT_MOST_ONCE.has(`${useCase.name}: ${useCase.outcome}`) ? countsOf(end) : end;

/** The result of the fault points of a use case. */
interface Tried {
  readonly points: number;
  /** A line for each point whose end differs. */
  readonly diverging: readonly string[];
}

const IS_LONG_RUN = process.env.RIDA_EVERY_FAULT === '1';
const MOST_POINTS = 14;

/**
 * Run a use case once for each point, and compare its end with the undisturbed one.
 * @param share one of this many points is tried, and of a long use case at most `MOST_POINTS`; in the long run, every
 * point
 */
export async function tryEveryFault(open: OpenAdapters, useCase: UseCase, share: number): Promise<Tried> {
  const watched = new FaultPoints();
  const end = comparable(useCase, await ended(open, useCase, watched));
  const all = watched.calls.length * faultKinds.length;
  const interval = IS_LONG_RUN ? 1 : Math.max(share, Math.ceil(all / MOST_POINTS));
  const twice = comparable(useCase, await ended(open, useCase, new FaultPoints(), 2));
  const diverging = isDeepStrictEqual(twice, end) ? [] : ['a second delivery without a fault'];
  let points = 0;
  for (const [at, call] of watched.calls.entries()) {
    for (const [k, kind] of faultKinds.entries()) {
      if ((kind === 'partial' && !hasPart(call)) || (at + k) % interval > 0) continue;
      points += 1;
      const fault = new FaultPoints(at + 1, kind);
      const after = await ended(open, useCase, fault).then(
        (one) => comparable(useCase, one),
        (error: unknown) => error,
      );
      if (!isDeepStrictEqual(after, end)) diverging.push(`${kind}, call ${at + 1}: ${call}`);
    }
  }
  return { points, diverging };
}
