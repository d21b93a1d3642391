import { remindOfOverdue } from '#shared/application/digests.ts';
import { chooseTaskOwner } from '#shared/application/tasks/hand-over-tasks.ts';
import { updateCheck } from '#shared/application/tasks/update-check.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { handlersOf } from '#shared/domain/cases/handlers-of.ts';
import { weekOf } from '#shared/domain/outreach/week/week.ts';
import { localDay, startOfDay } from '#shared/domain/reports/local-day.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { agentUser } from '#shared/domain/staff/agent-user.ts';
import { drawSample } from '#shared/domain/statistics/sample.ts';
import { type Check, checkedNumber } from '#shared/domain/tasks/check.ts';
import type { CheckKind } from '#shared/domain/tasks/decide-check.ts';
import { checkId } from '#shared/domain/tasks/task.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Kind, Store } from '#shared/ports/store.ts';
import { causeId, keyedHash } from '#shared/runtime/ids.ts';

export interface DrawChecksDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

export interface ChecksDrawn {
  readonly closures: number;
  readonly conversations: number;
}

/** A closed case or a conversation that may be drawn. */
interface Unit extends Pick<Check, 'case' | 'call' | 'department' | 'agent'> {
  readonly id: string;
  readonly stratum: string;
  /** Members of staff who worked on it, as its state names them. */
  readonly workers: readonly string[];
}

/** The week whose work is checked, its days both included. */
interface Week {
  readonly first: string;
  readonly from: number;
  readonly until: number;
}

const PAGE = 100;
const DAYS = 7;

/** Return the last week that is over. */
function lastWeek(now: number): Week {
  const thisWeek = weekOf(localDay(now));
  const first = formatDate(parseDate(thisWeek) - DAYS);
  return { first, from: startOfDay(first), until: startOfDay(thisWeek) };
}

/** A case that somebody worked on. Set aside mail and duplicates have nothing to check. */
const isChecked = ({ closing, erased, merged, resolution }: Case): boolean =>
  closing !== undefined &&
  (closing.reason === 'finished' || closing.reason === 'no-answer') &&
  resolution !== undefined &&
  erased === undefined &&
  merged === undefined;

/** Return the cases that were closed in a week. Closed cases are ordered by their end, the latest first. */
async function closedIn(store: Store, departments: Iterable<string>, week: Week): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const department of departments)
    for await (const cases of pagesOf((page) => store.queue(department, 'closed', page), PAGE)) {
      found.push(
        ...cases.filter((one) => {
          const at = one.closing?.at ?? 0;
          return at >= week.from && at < week.until && isChecked(one);
        }),
      );
      if ((cases.at(-1)?.closing?.at ?? week.from) < week.from) break;
    }
  return found;
}

function closureOf(supportCase: Case): Unit {
  const { id, department } = supportCase;
  return { id, department, case: id, stratum: 'closures', workers: handlersOf(supportCase) };
}

/** Return the conversation by mail of a case, with the member of staff who ended it. */
function mailOf(supportCase: Case): Unit[] {
  const { id, department, channel, resolution, assignee } = supportCase;
  const agent = agentUser(resolution?.by) ?? assignee;
  return channel === 'mail' && agent !== undefined
    ? [{ id, department, case: id, agent, stratum: 'mail', workers: handlersOf(supportCase) }]
    : [];
}

/** Return the calls of a week that a member of staff answered. */
async function callsIn(store: Store, week: Week): Promise<readonly Unit[]> {
  const found: Unit[] = [];
  for await (const calls of pagesOf((page) => store.calls(week, page), PAGE))
    for (const { id, agent, answeredAt, caseRef } of calls)
      if (agent !== undefined && answeredAt !== undefined)
        found.push({
          ...{ id, call: id, agent, stratum: 'call', workers: [agent] },
          ...(caseRef !== undefined && { case: caseRef }),
        });
  return found;
}

/** Return everybody who acted on a case or a call. */
async function actorsOn(store: Store, kind: Kind, id: string): Promise<readonly string[]> {
  const commits = await store.timeline(kind, id);
  const acted = commits.flatMap(({ by, patch }) => [
    agentUser(by),
    (patch as { readonly assignee?: string }).assignee,
  ]);
  return acted.filter((user) => typeof user === 'string');
}

const handlersOfUnit = async (store: Store, unit: Unit): Promise<readonly string[]> => {
  const parts = await Promise.all([
    unit.case === undefined ? [] : actorsOn(store, 'case', unit.case),
    unit.call === undefined ? [] : actorsOn(store, 'call', unit.call),
  ]);
  return [...new Set([...parts.flat(), ...unit.workers])].sort();
};

/** Return the check with a rank, if it was drawn before. */
const drawnBefore = async ({ store }: DrawChecksDeps, kind: CheckKind, week: string, rank: number) =>
  (await store.load('task', checkId(kind, week, rank)))?.check;

/**
 * Return the seed of a week. All that may be drawn determines it: staff cannot choose it, it is unknown until the
 * week is over, and a repeated run draws the same.
 */
const seedOf = (week: string, units: readonly Unit[]): string =>
  keyedHash(
    week,
    units
      .map(({ id }) => id)
      .sort()
      .join(' '),
  );

/**
 * Draw the checks of a week, once. The first check has the seed, so that the run after an interrupted one continues
 * with the same draw. Of two runs at the same moment, one draws. Return the number of new checks, and whether the week
 * has checks.
 */
async function drawOne(
  deps: DrawChecksDeps,
  rules: Rules,
  kind: CheckKind,
  { week, units }: { readonly week: string; units(): Promise<readonly Unit[]> },
): Promise<{ readonly added: number; readonly hasChecks: boolean }> {
  const { store, clock } = deps;
  const begun = await drawnBefore(deps, kind, week, 1);
  if (begun && (await drawnBefore(deps, kind, week, begun.drawn))) return { added: 0, hasChecks: true };
  const all = await units();
  if (all.length === 0) return { added: 0, hasChecks: begun !== undefined };
  const at = clock.now();
  const draw = begun ?? {
    ...{ seed: seedOf(week, all), population: all.length, drawn: checkedNumber(all.length) },
  };
  const keyOf = (of: string): string => keyedHash(draw.seed, of);
  const n = Math.min(draw.drawn, all.length);
  const strata = drawSample(all, { n, floor: 0, keyOf });
  const sample = strata.flatMap(({ drawn }) => drawn);
  let added = 0;
  for (const [index, unit] of sample.entries()) {
    const rank = index + 1;
    const id = checkId(kind, week, rank);
    const handlers = await handlersOfUnit(store, unit);
    const { id: _, stratum: _s, workers: _w, ...about } = unit;
    const { seed, population, drawn } = draw;
    const not = new Set(handlers);
    const owner = await chooseTaskOwner(store, rules, { id, kind, not }, at);
    const check: Check = { ...about, week, seed, population, drawn, rank, handlers };
    const done = await updateCheck(store, rules, {
      ...{ id, by: 'rida', at, recordedAt: at, cause: causeId(`draw:${id}`) },
      command: { do: 'draw', kind, check, owner },
    });
    if (done.outcome === 'committed') added += 1;
    // Another run drew at the same moment: the rest is its own.
    else if (rank === 1 && begun === undefined) break;
  }
  return { added, hasChecks: true };
}

/**
 * Draw the closed cases and the conversations of the last week that are checked. A day whose run was missed is made up
 * by the next. A week that is drawn costs a few reads.
 */
export async function drawChecks(deps: DrawChecksDeps): Promise<ChecksDrawn> {
  const rules = await deps.rules.current();
  const { store, clock } = deps;
  const week = lastWeek(clock.now());
  let read: Promise<readonly Case[]> | undefined;
  const closed = () => {
    read ??= closedIn(store, rules.departments.keys(), week);
    return read;
  };
  const closures = await drawOne(deps, rules, 'closure-audit', {
    week: week.first,
    units: async () => (await closed()).map(closureOf),
  });
  const conversations = await drawOne(deps, rules, 'conversation-review', {
    week: week.first,
    units: async () => [...(await closed()).flatMap(mailOf), ...(await callsIn(store, week))],
  });
  // No event says that a task became overdue: the digest of the supervisor looks. A run after an interrupted one too
  // reminds of the week, although it draws nothing.
  if (closures.hasChecks || conversations.hasChecks)
    await remindOfOverdue({ store, rules, now: clock.now() }, 'supervisor');
  return { closures: closures.added, conversations: conversations.added };
}
