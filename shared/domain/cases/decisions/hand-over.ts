import type { Actor } from '#events/vocabulary.ts';
import { due } from '#shared/domain/sla/working-time.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import { type Case, type ClockFact, isActive, type OutsideHolding } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { type CaseStep, type CommandOf, notBefore, through, unchanged } from './case-step.ts';
import { promised } from './promise.ts';
import { moved, reopened } from './status-moves.ts';

/** Maximum number of outside bodies of one case, in total. */
const MOST = 20;

/** Return the outside bodies that hold the matter now. */
export const openHoldings = ({ outside }: Pick<Case, 'outside'>): readonly OutsideHolding[] =>
  (outside ?? []).filter(({ ended }) => !ended);

type Given = Pick<OutsideHolding, 'holder' | 'number' | 'until' | 'by'>;

function held(state: Case, { holder, number, until, by }: Given, now: number): CaseStep {
  const id = `h${(state.outside?.length ?? 0) + 1}`;
  const named = { holder, ...(number !== undefined && { number }) };
  return {
    case: {
      ...state,
      outside: [...(state.outside ?? []), { id, ...named, since: now, until, by }],
      facts: [...state.facts, { at: now, type: 'asked', request: id, dueAt: until }],
    },
    events: [
      { type: 'rida.case.handed-over.v1', data: { holding: id, ...named, until: isoInstant(until), by } },
    ],
  };
}

/** Return when the centre asks an outside body again, unless a person names another time. */
const usualUntil = ({ now, rules }: Pick<Deciding, 'now' | 'rules'>): number =>
  due(rules.desk.calendar, now, rules.desk.followUpMs);

/**
 * Record that an outside body holds the matter. The case is active as before, and a clock like that of a department
 * runs until the centre asks that body again. No answer to the beneficiary ends it.
 */
export function handOver(state: Case, command: CommandOf<'hand-over'>, context: Deciding): Decision {
  const { holder, number, by, dueAt: until = usualUntil(context) } = command;
  const { now, recordedAt } = context;
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (holder.trim() === '') return { rejected: 'empty' };
  if (until <= recordedAt) return { rejected: 'in-the-past' };
  if (isTooFarAhead(until, recordedAt)) return { rejected: 'too-far-ahead' };
  if ((state.outside?.length ?? 0) >= MOST) return { rejected: 'too-many' };
  const given = { holder: holder.trim(), until, by, ...(number !== undefined && { number }) };
  return through(
    state,
    (one) => held(one, given, now),
    (one) => moved(one, one.status === 'new' ? 'open' : one.status, by, context),
  );
}

/** Return the facts of a holding: a held reply is dated before a hand-over that was recorded while it waited. */
const factsOf = ({ facts }: Case, holding: string): readonly ClockFact[] =>
  facts.filter((fact) => 'request' in fact && fact.request === holding);

/** End a holding, not earlier than it began. */
function ended(state: Case, { id, holder }: OutsideHolding, by: Actor, now: number): CaseStep {
  const at = notBefore(factsOf(state, id), now);
  return {
    case: {
      ...state,
      outside: (state.outside ?? []).map((one) => (one.id === id ? { ...one, ended: { at, by } } : one)),
      facts: [...state.facts, { at, type: 'answered', request: id }],
    },
    events: [{ type: 'rida.case.returned.v1', data: { holding: id, holder, by } }],
  };
}

/** Record that an outside body has finished with the matter or gave it back. */
export function takeBack(state: Case, { holding, by }: CommandOf<'take-back'>, { now }: Deciding): Decision {
  const open = openHoldings(state).find(({ id }) => id === holding);
  return open ? ended(state, open, by, now) : { rejected: 'no-such-holding' };
}

/** End the holding of every outside body: the matter is finished without them. */
export const takeAllBack = (state: Case, by: Actor, now: number): CaseStep =>
  through(state, ...openHoldings(state).map((open) => (one: Case) => ended(one, open, by, now)));

/** Ask an outside body later than was planned. */
function postponed(state: Case, { id }: OutsideHolding, until: number, now: number): CaseStep {
  const at = notBefore(factsOf(state, id), now);
  const outside = (state.outside ?? []).map((one) => (one.id === id ? { ...one, until } : one));
  return unchanged({
    ...state,
    outside,
    facts: [
      ...state.facts,
      { at, type: 'answered', request: id },
      { at, type: 'asked', request: id, dueAt: until },
    ],
  });
}

/**
 * A case that is resolved as handed over is held by an outside body until a time to come, also when its name was not
 * recorded before.
 */
export function heldByAnother(state: Case, by: Actor, context: Pick<Deciding, 'now' | 'rules'>): CaseStep {
  const open = openHoldings(state);
  const until = usualUntil(context);
  if (open.length === 0) return held(state, { holder: '', until, by }, context.now);
  return through(
    state,
    ...open
      .filter((one) => one.until <= context.now)
      .map((one) => (now: Case) => postponed(now, one, until, context.now)),
  );
}

/** Return when the centre asks an outside body about a resolved case, or null when none holds it. */
export function heldUntil(state: Pick<Case, 'outside' | 'status'>): number | null {
  const open = state.status === 'resolved' ? openHoldings(state) : [];
  return open.length === 0 ? null : Math.min(...open.map(({ until }) => until));
}

/** Reopen a resolved case when the time of the body that holds it is over, with a short promise to the beneficiary. */
export function followUp(state: Case, { recordedAt: now, rules }: Deciding): CaseStep {
  const until = heldUntil(state);
  if (until === null || until > now) return unchanged(state);
  const dueAt = due(rules.desk.calendar, now, rules.desk.contestedWithinMs);
  return through(
    state,
    (one) => reopened(one, 'rida', 'follow-up', now),
    (one) => promised(one, dueAt, 'rida', now),
  );
}
