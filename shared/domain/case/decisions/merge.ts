import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import { clocksOf } from '../clocks.ts';
import type { Decision, Draft } from '../command.ts';
import type { Deciding } from '../context.ts';
import { withdrawRequests } from './department.ts';
import { promised } from './promise.ts';
import { type Of, through, unchanged } from './step.ts';

/** What the case still owes, so that the one it is merged into keeps the earliest promise. */
function owed(state: Case, { now, rules }: Deciding) {
  const { clocks, live } = clocksOf(state, rules, now);
  const left = (name: 'firstResponse' | 'resolution') => {
    const { state: standing, marginMs } = clocks[name];
    return (standing === 'running' || standing === 'paused') && marginMs !== null ? { [name]: marginMs } : {};
  };
  const waiting = live.find(({ clock }) => clock === 'nextResponse')?.state.startedAt;
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
    data: { by, reason: 'duplicate', duplicateOf: into },
  };
  return through(
    state,
    (one) => withdrawRequests(one, by, now),
    (one) => ({
      case: {
        ...one,
        status: 'closed',
        closing: { at: now, reason: 'duplicate', duplicateOf: into },
        merged: { into, at: now, status: state.status === 'pending-department' ? 'open' : state.status },
        facts: [...one.facts, { at: now, type: 'status', status: 'closed' }],
      },
      events: [merged, closed],
    }),
  );
}

/** The way back: as if it had never been merged, clocks included; tiers that passed meanwhile are no one's fault. */
export function unmerge(state: Case, { by }: Of<'unmerge'>, { now }: Deciding): Decision {
  const { merged, closing: _, ...rest } = state;
  if (!merged) return { rejected: 'not-merged' };
  const facts = state.facts.filter(
    (fact) => !(fact.type === 'status' && fact.status === 'closed' && fact.at === merged.at),
  );
  return {
    case: { ...rest, status: merged.status, facts: [...facts, { at: now, type: 'terms' }] },
    events: [{ type: 'rida.case.unmerged.v1', data: { from: merged.into, by } }],
  };
}

/** Another case was merged into this one: its earlier deadlines, its open promise and its unanswered words. */
export function absorb(state: Case, command: Of<'absorb'>, { now }: Deciding): Decision {
  const { source, remaining, promisedFor, owedSince, by } = command;
  const links = state.links ?? [];
  if (source === state.id) return { rejected: 'same-case' };
  if (links.some(({ to, as }) => to === source && as === 'merged-from'))
    return { rejected: 'already-linked' };
  const linked: Case = { ...state, links: [...links, { to: source, as: 'merged-from', at: now }] };
  const told: Draft = { type: 'rida.case.linked.v1', data: { to: source, as: 'merged-from', by } };
  if (!isActive(state.status)) return { case: linked, events: [told] };
  const sooner =
    promisedFor !== undefined && promisedFor < (state.promise?.dueAt ?? Number.POSITIVE_INFINITY);
  return through(
    {
      ...linked,
      facts: [
        ...state.facts,
        { at: now, type: 'absorbed', source, remaining },
        ...(owedSince === undefined ? [] : [{ at: owedSince, type: 'beneficiary-contact' } as const]),
      ],
    },
    (one) => ({ case: one, events: [told] }),
    (one) => (sooner ? promised(one, promisedFor, by, now) : unchanged(one)),
  );
}

export function release(state: Case, { source, by }: Of<'release'>, { now }: Deciding): Decision {
  const links = state.links ?? [];
  const left = links.filter(({ to, as }) => !(to === source && as === 'merged-from'));
  if (left.length === links.length) return { rejected: 'not-linked' };
  const held = state.facts.some((fact) => fact.type === 'absorbed' && fact.source === source);
  return {
    case: {
      ...state,
      links: left,
      facts: held
        ? [...state.facts, { at: now, type: 'released', source }, { at: now, type: 'terms' }]
        : state.facts,
    },
    events: [{ type: 'rida.case.unlinked.v1', data: { to: source, as: 'merged-from', by } }],
  };
}
