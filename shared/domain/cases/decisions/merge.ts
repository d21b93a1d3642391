import type { ClockName } from '#events/vocabulary.ts';
import { isRunning } from '#shared/domain/investors/plan.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, type ClockFact, isActive } from '../case.ts';
import { clocksOf } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { settledUntil } from '../settle-facts.ts';
import { type CommandOf, notBefore, openingOf, through, unchanged, withStaffToNotify } from './case-step.ts';
import { withdrawRequests } from './department.ts';
import { MOST_LINKS } from './links.ts';
import { promised } from './promise.ts';
import { inStatus } from './status-step.ts';

/** Return the open obligations of the case. The target keeps the earliest deadline. */
function owed(state: Case, { recordedAt, rules }: Deciding) {
  const { clocks, live } = clocksOf(state, rules, recordedAt);
  const left = (name: 'firstResponse' | 'resolution') => {
    const { state: clockStatus, marginMs } = clocks[name];
    return (clockStatus === 'running' || clockStatus === 'paused') && marginMs !== null
      ? { [name]: marginMs }
      : {};
  };
  const unansweredSince = (name: ClockName) => live.find(({ clock }) => clock === name)?.state.startedAt;
  const waiting = unansweredSince('nextResponse') ?? unansweredSince('firstResponse');
  return {
    remaining: { ...left('firstResponse'), ...left('resolution') },
    ...(state.promise && { promisedFor: isoInstant(state.promise.dueAt) }),
    ...(waiting && { owedSince: isoInstant(waiting) }),
  };
}

/** Close the case and merge it into another about the same matter. Keep the previous status for `unmerge`. */
export function merge(state: Case, { into, by }: CommandOf<'merge'>, context: Deciding): Decision {
  if (into === state.id) return { rejected: 'same-case' };
  if (state.status === 'closed') return { rejected: 'not-active' };
  // The investor would lose their plan. The other case is merged into this one.
  if (isRunning(state.plan)) return { rejected: 'has-plan' };
  const { now } = context;
  const merged: EventDraft = { type: 'rida.case.merged.v1', data: { into, by, ...owed(state, context) } };
  const closed: EventDraft = {
    type: 'rida.case.closed.v1',
    data: {
      by,
      reason: 'duplicate',
      duplicateOf: into,
      ...openingOf(state),
      ...withStaffToNotify(state, by),
    },
  };
  return through(
    state,
    (one) => withdrawRequests(one, by, now),
    (one) => ({
      case: {
        ...one,
        status: 'closed',
        closing: { at: now, reason: 'duplicate', duplicateOf: into },
        merged: { into, at: now, status: state.status, commit: state.version + 1 },
        facts: [...one.facts, { at: now, type: 'status', status: 'closed' }],
      },
      events: [merged, closed],
    }),
  );
}

/**
 * Undo a merge, clocks included. Tiers that passed since the merge get the cause `terms` and do not escalate.
 */
export function unmerge(state: Case, { by }: CommandOf<'unmerge'>, { recordedAt }: Deciding): Decision {
  const { merged, closing: _, ...rest } = state;
  if (!merged) return { rejected: 'not-merged' };
  const before = (state.mergedBefore ?? []).filter((one) => one !== merged.into);
  const mergedBefore = [...before, merged.into].slice(-MOST_LINKS);
  const end = state.facts.findLastIndex((fact) => fact.type === 'status' && fact.status === 'closed');
  const facts = [...state.facts.slice(0, end), ...state.facts.slice(end + 1)];
  return through(
    { ...rest, status: merged.status, facts, mergedBefore },
    (one) => ({
      case: one,
      events: [{ type: 'rida.case.unmerged.v1', data: { from: merged.into, by, ...openingOf(one) } }],
    }),
    // The merge ended all department requests, so a case that waited for a department is open now.
    (one) => inStatus(one, one.status === 'pending-department' ? 'open' : one.status, by, merged.at),
    (one) => ({ case: { ...one, facts: [...one.facts, { at: recordedAt, type: 'terms' }] }, events: [] }),
  );
}

/** Return true when the centre has answered the beneficiary of this case. */
const wasAnswered = ({ facts }: Case): boolean =>
  facts.some(
    (fact) => fact.type === 'agent-contact' || (fact.type === 'status' && fact.status === 'resolved'),
  );

/**
 * Return the unanswered contact that the merged case brings, so that an answer is due here. Return nothing
 * when this case still owes its first response, which covers it. An earlier answer in this case does not
 * count as an answer to the merged case.
 */
function owedHere(state: Case, { owedSince, remaining }: CommandOf<'absorb'>): ClockFact[] {
  if (owedSince === undefined) return [];
  if (remaining.firstResponse !== undefined && !wasAnswered(state)) return [];
  const answers = state.facts.filter(({ type }) => type === 'agent-contact');
  const at = Math.max(notBefore(answers, owedSince), settledUntil(state.facts));
  return [{ at, type: 'beneficiary-contact' }];
}

/** Return the merge and unmerge facts of one source case. */
const ofSource = ({ facts }: Case, source: string): ClockFact[] =>
  facts.filter((fact) => (fact.type === 'absorbed' || fact.type === 'released') && fact.source === source);

/** Take over a merged case: its earlier deadlines, its open promise and its unanswered contact. */
export function absorb(state: Case, command: CommandOf<'absorb'>, context: Deciding): Decision {
  const { happenedAt, now } = context;
  const { source, remaining, promisedFor, owedSince, by } = command;
  const links = state.links ?? [];
  if (source === state.id) return { rejected: 'same-case' };
  if (links.some(({ to, as }) => to === source && as === 'merged-from'))
    return { rejected: 'already-linked' };
  if (links.length >= MOST_LINKS) return { rejected: 'too-many' };
  const linked: Case = { ...state, links: [...links, { to: source, as: 'merged-from', at: now }] };
  const event: EventDraft = { type: 'rida.case.linked.v1', data: { to: source, as: 'merged-from', by } };
  if (!isActive(state.status)) return { case: linked, events: [event] };
  const sooner =
    promisedFor !== undefined && promisedFor < (state.promise?.dueAt ?? Number.POSITIVE_INFINITY);
  // The remaining time counts from the merge itself, but not before an earlier unmerge of the same source.
  const at = notBefore(ofSource(state, source), happenedAt);
  return through(
    {
      ...linked,
      facts: [...state.facts, { at, type: 'absorbed', source, remaining }, ...owedHere(state, command)],
    },
    (one) => ({ case: one, events: [event] }),
    (one) => (sooner ? promised(one, promisedFor, by, now) : unchanged(one)),
    // A beneficiary is waiting for the centre, so the case no longer waits for the beneficiary.
    (one) =>
      owedSince !== undefined && one.status === 'pending-beneficiary'
        ? inStatus(one, 'open', by, now)
        : unchanged(one),
  );
}

export function release(
  state: Case,
  { source, by }: CommandOf<'release'>,
  { recordedAt }: Deciding,
): Decision {
  const links = state.links ?? [];
  const left = links.filter(({ to, as }) => !(to === source && as === 'merged-from'));
  if (left.length === links.length) return { rejected: 'not-linked' };
  const held = ofSource(state, source).at(-1)?.type === 'absorbed';
  return {
    case: {
      ...state,
      links: left,
      facts: held
        ? [...state.facts, { at: recordedAt, type: 'released', source }, { at: recordedAt, type: 'terms' }]
        : state.facts,
    },
    events: [{ type: 'rida.case.unlinked.v1', data: { to: source, as: 'merged-from', by } }],
  };
}
