import type { ClockName } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, type ClockFact, isActive } from '../case.ts';
import { clocksOf } from '../clocks.ts';
import type { Decision, Draft } from '../command.ts';
import type { Deciding } from '../context.ts';
import { withdrawRequests } from './department.ts';
import { MOST_LINKS } from './links.ts';
import { promised } from './promise.ts';
import { inStatus } from './status.ts';
import { informed, notBefore, type Of, through, unchanged } from './step.ts';

/** What the case still owes, so that the one it is merged into keeps the earliest promise. */
function owed(state: Case, { recordedAt, rules }: Deciding) {
  const { clocks, live } = clocksOf(state, rules, recordedAt);
  const left = (name: 'firstResponse' | 'resolution') => {
    const { state: standing, marginMs } = clocks[name];
    return (standing === 'running' || standing === 'paused') && marginMs !== null ? { [name]: marginMs } : {};
  };
  const unheard = (name: ClockName) => live.find(({ clock }) => clock === name)?.state.startedAt;
  const waiting = unheard('nextResponse') ?? unheard('firstResponse');
  return {
    remaining: { ...left('firstResponse'), ...left('resolution') },
    ...(state.promise && { promisedFor: isoInstant(state.promise.dueAt) }),
    ...(waiting && { owedSince: isoInstant(waiting) }),
  };
}

/** The case ends in another that tells of the same matter; how it was is kept for the way back. */
export function merge(state: Case, { into, by }: Of<'merge'>, context: Deciding): Decision {
  if (into === state.id) return { rejected: 'same-case' };
  if (state.status === 'closed') return { rejected: 'not-active' };
  const { now } = context;
  const merged: Draft = { type: 'rida.case.merged.v1', data: { into, by, ...owed(state, context) } };
  const closed: Draft = {
    type: 'rida.case.closed.v1',
    data: { by, reason: 'duplicate', duplicateOf: into, ...informed(state, by) },
  };
  return through(
    state,
    (one) => withdrawRequests(one, by, now),
    (one) => ({
      case: {
        ...one,
        status: 'closed',
        closing: { at: now, reason: 'duplicate', duplicateOf: into },
        merged: { into, at: now, status: state.status },
        facts: [...one.facts, { at: now, type: 'status', status: 'closed' }],
      },
      events: [merged, closed],
    }),
  );
}

/** The way back: as if it had never been merged, clocks included; tiers that passed meanwhile are no one's fault. */
export function unmerge(state: Case, { by }: Of<'unmerge'>, { recordedAt }: Deciding): Decision {
  const { merged, closing: _, ...rest } = state;
  if (!merged) return { rejected: 'not-merged' };
  const end = state.facts.findLastIndex((fact) => fact.type === 'status' && fact.status === 'closed');
  const facts = [...state.facts.slice(0, end), ...state.facts.slice(end + 1)];
  return through(
    { ...rest, status: merged.status, facts },
    (one) => ({
      case: one,
      events: [{ type: 'rida.case.unmerged.v1', data: { from: merged.into, by } }],
    }),
    // No department is waited for any more: their requests ended with the merging.
    (one) => inStatus(one, one.status === 'pending-department' ? 'open' : one.status, by, merged.at),
    (one) => ({ case: { ...one, facts: [...one.facts, { at: recordedAt, type: 'terms' }] }, events: [] }),
  );
}

/** Whether the beneficiary of this case has heard from the centre. */
const wasAnswered = ({ facts }: Case): boolean =>
  facts.some(
    (fact) => fact.type === 'agent-contact' || (fact.type === 'status' && fact.status === 'resolved'),
  );

/**
 * What the merged case was owed an answer for is owed here; not twice, when this case owes its first. An
 * answer that was given here before the merging was none to it.
 */
function owedHere(state: Case, { owedSince, remaining }: Of<'absorb'>): ClockFact[] {
  if (owedSince === undefined) return [];
  if (remaining.firstResponse !== undefined && !wasAnswered(state)) return [];
  const answers = state.facts.filter(({ type }) => type === 'agent-contact');
  return [{ at: notBefore(answers, owedSince), type: 'beneficiary-contact' }];
}

/** The mergings of a case into this one, and their undoings. */
const ofSource = ({ facts }: Case, source: string): ClockFact[] =>
  facts.filter((fact) => (fact.type === 'absorbed' || fact.type === 'released') && fact.source === source);

/** Another case was merged into this one: its earlier deadlines, its open promise and its unanswered words. */
export function absorb(state: Case, command: Of<'absorb'>, context: Deciding): Decision {
  const { happenedAt, now } = context;
  const { source, remaining, promisedFor, owedSince, by } = command;
  const links = state.links ?? [];
  if (source === state.id) return { rejected: 'same-case' };
  if (links.some(({ to, as }) => to === source && as === 'merged-from'))
    return { rejected: 'already-linked' };
  if (links.length >= MOST_LINKS) return { rejected: 'too-many' };
  const linked: Case = { ...state, links: [...links, { to: source, as: 'merged-from', at: now }] };
  const told: Draft = { type: 'rida.case.linked.v1', data: { to: source, as: 'merged-from', by } };
  if (!isActive(state.status)) return { case: linked, events: [told] };
  const sooner =
    promisedFor !== undefined && promisedFor < (state.promise?.dueAt ?? Number.POSITIVE_INFINITY);
  // What remains counts from the merging itself, but this merging comes after any that was undone.
  const at = notBefore(ofSource(state, source), happenedAt);
  return through(
    {
      ...linked,
      facts: [...state.facts, { at, type: 'absorbed', source, remaining }, ...owedHere(state, command)],
    },
    (one) => ({ case: one, events: [told] }),
    (one) => (sooner ? promised(one, promisedFor, by, now) : unchanged(one)),
    // Somebody waits for the centre: the centre waits for nobody.
    (one) =>
      owedSince !== undefined && one.status === 'pending-beneficiary'
        ? inStatus(one, 'open', by, now)
        : unchanged(one),
  );
}

export function release(state: Case, { source, by }: Of<'release'>, { recordedAt }: Deciding): Decision {
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
