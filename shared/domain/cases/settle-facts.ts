import type { CaseStatus } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { LiveRun } from '#shared/domain/sla/runs.ts';
import type { Settled, SettledRun, SettledRuns } from '#shared/domain/sla/settled.ts';
import { spansIn } from '#shared/domain/sla/status-history.ts';
import type { ClockFact } from './case.ts';
import { historyOf, type Judged } from './clocks.ts';
import { fewerPauses, type PlacedSpan } from './fewer-pauses.ts';

/**
 * With more facts than this, the older ones are replaced by their results. An ordinary case has fewer.
 *
 * @internal exported for tests
 */
export const MOST_FACTS = 48;
/** So many of the newest facts are kept as they are, so that a fact that is recorded late finds its place. */
const KEPT_FACTS = 32;

/**
 * The number of these facts is limited by the case: its requests, the cases that were merged into it, and its one
 * extension.
 */
const isLimited = ({ type }: ClockFact): boolean =>
  ['asked', 'answered', 'request-withdrawn', 'absorbed', 'extended'].includes(type);

/** Return the instant before which the facts of a case are settled, or minus infinity. */
export const settledUntil = (facts: readonly ClockFact[]): number =>
  facts.find(({ type }) => type === 'settled')?.at ?? Number.NEGATIVE_INFINITY;

/**
 * Replace the older facts of a long case by their results, so that an act on it reads and writes a bounded
 * amount. The clocks do not change: the finished exchanges, promises and resolutions are counted, the worst
 * one is kept, and everything open stays a fact. Return an ordinary case as it is.
 */
export function settleFacts<State extends Judged>(state: State, rules: Rules): State {
  const { facts, merged, erased } = state;
  // `unmerge` removes the last fact of a merged case.
  if (merged || erased || facts.filter((fact) => !isLimited(fact)).length <= MOST_FACTS) return state;
  const sorted = [...facts].sort((a, b) => a.at - b.at);
  const old = sorted.slice(0, -KEPT_FACTS);
  const until = old.at(-1)?.at ?? 0;
  const past = historyOf({ ...state, facts: old }, rules, until);
  if (past === undefined) return state;
  const settled = settledOf(past);
  const [opened, ...stillNeeded] = neededOf(old, past);
  if (opened === undefined) return state;
  return {
    ...state,
    facts: [opened, { ...settled, at: until, type: 'settled' }, ...stillNeeded, ...sorted.slice(-KEPT_FACTS)],
    fired: state.fired.filter((key) => !isGone(key, settled)),
  };
}

type Past = NonNullable<ReturnType<typeof historyOf>>;

const isFinished = ({ state: { state } }: LiveRun): boolean => state === 'met' || state === 'withdrawn';

const settledRun = ({ generation, state }: LiveRun): SettledRun => ({
  generation,
  startedAt: state.startedAt ?? 0,
  ...(state.metAt !== null && { metAt: state.metAt }),
  elapsedMs: state.elapsedMs,
  targetMs: state.targetMs ?? 0,
  breached: state.breached,
});

/** Count the finished runs of a clock. The worst one by its margin is among the runs, also an earlier one. */
function settledRuns(
  { evaluation: { runs } }: Past,
  clock: LiveRun['clock'],
  count: number,
  before: SettledRuns,
): SettledRuns {
  const margin = ({ state: { marginMs } }: LiveRun): number => marginMs ?? Number.POSITIVE_INFINITY;
  const [first, ...others] = runs.filter((run) => run.clock === clock && isFinished(run));
  const worst = first && others.reduce((a, b) => (margin(b) < margin(a) ? b : a), first);
  return {
    count: before.count + count,
    ...(worst ? { worst: settledRun(worst) } : before.worst && { worst: before.worst }),
  };
}

/** Return the times in a final status that the case has left. */
function reopenedOf({ history, evaluation }: Past): ReturnType<typeof spansIn> {
  const finals = spansIn(history.statuses, history.policy.finalStatuses);
  return evaluation.resolvedAt === null ? finals : finals.slice(0, -1);
}

/** The last reopening stays, because the resolution clock runs from it. A clock that runs on needs all. */
const settledResolutions = (past: Past): number =>
  past.history.policy.reopening === 'begins-again' ? Math.max(0, reopenedOf(past).length - 1) : 0;

function settledOf(past: Past): Settled {
  const { history, evaluation } = past;
  const { settled: before } = history;
  const exchanges = history.exchanges.filter(({ to }) => to !== null).length;
  const promises = history.promises.filter(({ end }) => end !== null).length;
  const resolutions = before.resolutions + settledResolutions(past);
  return {
    exchanges: settledRuns(past, 'nextResponse', exchanges, before.exchanges),
    promises: settledRuns(past, 'followUp', promises, before.promises),
    resolutions,
    ...(resolutions > 0 &&
      evaluation.firstResolvedAt !== null && { firstResolvedAt: evaluation.firstResolvedAt }),
  };
}

const isAnswer = (fact: ClockFact): boolean =>
  fact.type === 'agent-contact' || (fact.type === 'status' && fact.status === 'resolved');

/** Return the changes of status that still have an effect on a clock, or on the status after the old facts. */
function statusesOf(old: readonly ClockFact[], past: Past): readonly PlacedSpan[] {
  const { history, evaluation, calendar } = past;
  const { statuses, policy } = history;
  const places = [
    old.findIndex(({ type }) => type === 'opened'),
    ...old.flatMap(({ type }, place) => (type === 'status' || type === 'reopened' ? [place] : [])),
  ];
  const dropped = settledResolutions(past);
  const begin = dropped > 0 ? (reopenedOf(past)[dropped]?.from ?? 0) : Number.NEGATIVE_INFINITY;
  const spans = statuses
    .map((span, i): PlacedSpan => ({ ...span, place: places[i] ?? i }))
    // The case was never in a status that ended when it began.
    .filter(({ from, to }, i) => (to > from && to > begin) || i === statuses.length - 1);
  return fewerPauses(spans, {
    calendar,
    isPause: (status) => policy.pauseStatuses.resolution.includes(status),
    isFinal: (status) => policy.finalStatuses.includes(status),
    deadlines: evaluation.runs
      .filter(({ clock }) => clock === 'resolution' || clock === 'firstResponse')
      .flatMap(({ state: { dueAt } }) => dueAt ?? []),
  });
}

/** The merged cases that are still part of this one. */
function absorbedIn(old: readonly ClockFact[]): ReadonlySet<ClockFact> {
  const bySource = new Map<string, ClockFact>();
  for (const fact of old) {
    if (fact.type === 'absorbed') bySource.set(fact.source, fact);
    else if (fact.type === 'released') bySource.delete(fact.source);
  }
  return new Set(bySource.values());
}

/** Return the old facts that still have an effect, in their order. The opening is the first. */
function neededOf(old: readonly ClockFact[], past: Past): ClockFact[] {
  const { history } = past;
  const absorbed = absorbedIn(old);
  const openExchange = history.exchanges.find(({ to }) => to === null);
  const openPromise = history.promises.find(({ end }) => end === null);
  const firstAnswer = old.findIndex(isAnswer);
  const lastTerms = old.findLastIndex(({ type }) => type === 'terms');
  const isOpenContact = ({ type, at }: ClockFact): boolean =>
    type === 'beneficiary-contact' && at === openExchange?.from;
  const contact = old.findLastIndex(isOpenContact);
  const promise = old.findLastIndex(({ type, at }) => type === 'promised' && at === openPromise?.from);
  const needed = old.flatMap((fact, place): { place: number; fact: ClockFact }[] => {
    if (place === firstAnswer) return [{ place, fact: { at: fact.at, type: 'agent-contact' } }];
    const isNeeded =
      fact.type === 'opened' ||
      place === lastTerms ||
      place === contact ||
      place === promise ||
      (isLimited(fact) && (fact.type !== 'absorbed' || absorbed.has(fact)));
    return isNeeded ? [{ place, fact }] : [];
  });
  for (const { from: at, status, place } of statusesOf(old, past)) {
    const own = old[place];
    if (own?.type === 'opened') continue;
    const isOwn =
      own?.at === at && (own.type === 'reopened' || (own.type === 'status' && own.status === status));
    needed.push({ place, fact: isOwn ? own : { at, type: 'status', status: status as CaseStatus } });
  }
  return needed
    .sort((a, b) => a.fact.at - b.fact.at || a.place - b.place)
    .map(({ fact }) => fact)
    .sort((a, b) => Number(b.type === 'opened') - Number(a.type === 'opened'));
}

const KEY = /^(\w+)#(\d+)#/u;

/** Return true for the tier of a run that is settled, except the worst one, whose breach may be retracted. */
function isGone(key: string, { exchanges, promises, resolutions }: Settled): boolean {
  const [, clock, number] = KEY.exec(key) ?? [];
  const generation = Number(number);
  if (clock === 'resolution') return resolutions > 0 && generation <= resolutions + 1;
  const runs = clock === 'nextResponse' ? exchanges : clock === 'followUp' ? promises : undefined;
  return runs !== undefined && generation <= runs.count && generation !== runs.worst?.generation;
}
