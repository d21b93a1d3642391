import { everyOf } from '../every-of.ts';
import { earliest, laterWritten, merged } from './join.ts';
import {
  type AgentState,
  type AttributeFacts,
  type CallReport,
  LEG_FACTS,
  type LegFacts,
  type Source,
} from './leg-facts.ts';

/** A complete report. Only the newest counts. */
interface Dated extends LegFacts {
  readonly updatedAt: number;
}

/** Reports about one leg, by source. */
export interface LegReports {
  readonly flow?: LegFacts;
  readonly event?: LegFacts;
  readonly describe?: Dated;
  readonly record?: Dated;
  readonly states?: readonly AgentState[];
  /** Since when the telephone system no longer has the contact, epoch milliseconds. */
  readonly lostAt?: number;
}

type AnswerName = Exclude<keyof AttributeFacts, 'caseRef'>;
export type CallAnswerValues = { readonly [K in AnswerName]?: LwwValue<NonNullable<AttributeFacts[K]>> };

/** A value with its source's rank and its time. The higher rank wins, then the later time. */
interface LwwValue<T extends string | boolean> {
  readonly rank: number;
  readonly at: number;
  readonly value: T;
}

/** A case of the call and the time of its first report. */
interface CaseOfCall {
  readonly at: number;
  readonly ref: string;
}

/**
 * Everything reported about a call. Joining is commutative, associative and idempotent: the same reports give
 * the same result, in any order and after any repetition.
 */
export interface CallFacts {
  /** When the call was first reported, epoch milliseconds. */
  readonly heardAt: number;
  readonly answers: CallAnswerValues;
  readonly cases: readonly CaseOfCall[];
  /** By contact id. */
  readonly legs: Readonly<Record<string, LegReports>>;
  /** Set when the call has more legs than are stored. */
  readonly legsOmitted?: true;
}

/**
 * Limits for very long calls.
 * @internal exported for tests
 */
export const MOST_LEGS = 16;
/** @internal exported for tests */
export const MOST_STATES = 24;
const MOST_CASES = 6;
const MOST_RECORDINGS = 8;

const RANK: Readonly<Record<Source, number>> = { flow: 0, event: 1, agent: 2, describe: 3, record: 4 };
const ANSWER_NAMES = everyOf<AnswerName>()(['language', 'line', 'recording', 'callback', 'message', 'score']);

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(
    names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
  ) as Pick<T, K>;

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

const better = <T extends string | boolean>(a: LwwValue<T> | undefined, b: LwwValue<T>): LwwValue<T> => {
  if (a === undefined) return b;
  const order = a.rank - b.rank || a.at - b.at || (String(a.value) < String(b.value) ? -1 : 1);
  return order > 0 ? a : b;
};

function joinAnswers(
  answers: CallAnswerValues,
  facts: CallReport,
  rank: number,
  at: number,
): CallAnswerValues {
  const given = pick<CallReport, AnswerName>(facts, ANSWER_NAMES);
  const next: Record<string, LwwValue<string | boolean>> = { ...answers };
  for (const [name, value] of Object.entries(given))
    next[name] = better(next[name], { rank, at, value: value as string | boolean });
  return next as CallAnswerValues;
}

/** Keep the earliest cases, by the time of their first report. */
function joinCases(cases: readonly CaseOfCall[], ref: string | undefined, at: number): readonly CaseOfCall[] {
  if (ref === undefined) return cases;
  const existing = cases.find((one) => one.ref === ref);
  if (existing && existing.at <= at) return cases;
  return [...cases.filter((one) => one !== existing), { at, ref }]
    .sort((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1))
    .slice(0, MOST_CASES);
}

const stateKey = ({ at, state, agent = '' }: AgentState): string =>
  `${String(at).padStart(14, '0')} ${state} ${agent}`;

/** Keep the earliest distinct states, in order. */
function joinStates(a: readonly AgentState[] = [], b: readonly AgentState[] = []): readonly AgentState[] {
  const all = new Map([...a, ...b].map((one) => [stateKey(one), one]));
  return [...all]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([, one]) => one)
    .slice(0, MOST_STATES);
}

function joinLeg(leg: LegReports, facts: CallReport, at: number): LegReports {
  const { source = 'flow', lost, states } = facts;
  if (lost) return { ...leg, lostAt: earliest(leg.lostAt, at) ?? at };
  if (source === 'agent') return states?.length ? { ...leg, states: joinStates(leg.states, states) } : leg;
  const given = pick(facts, LEG_FACTS);
  if (source === 'record' || source === 'describe') {
    const recordings = given.recordings?.slice(0, MOST_RECORDINGS);
    const dated = { ...given, ...(recordings && { recordings }), updatedAt: facts.updatedAt ?? at };
    return { ...leg, [source]: laterWritten(leg[source], dated) };
  }
  return isEmpty(given) ? leg : { ...leg, [source]: merged(leg[source], given) };
}

/**
 * Keep the call's first leg, and of the other legs the first by id, so that the order of arrival has no
 * effect.
 */
function withLeg(callFacts: CallFacts, id: string, legId: string, leg: LegReports): CallFacts {
  const legs = { ...callFacts.legs, [legId]: leg };
  const others = Object.keys(legs)
    .filter((one) => one !== id)
    .sort();
  const kept = [...(legs[id] ? [id] : []), ...others.slice(0, MOST_LEGS - 1)];
  const cut = others.length > MOST_LEGS - 1;
  return {
    ...callFacts,
    ...(cut && { legsOmitted: true as const }),
    legs: Object.fromEntries(kept.map((one) => [one, legs[one] ?? {}])),
  };
}

/**
 * Join a report to the facts of a call.
 * @param id the call's id, which is the contact id of its first leg
 * @param at time of the report, epoch milliseconds
 */
export function join(id: string, callFacts: CallFacts | undefined, facts: CallReport, at: number): CallFacts {
  const { source = 'flow', contactId = id, caseRef } = facts;
  const before = callFacts ?? { heardAt: at, answers: {}, cases: [], legs: {} };
  const leg = before.legs[contactId] ?? {};
  const next = joinLeg(leg, facts, at);
  const whole: CallFacts = {
    ...before,
    heardAt: Math.min(before.heardAt, at),
    answers: joinAnswers(before.answers, facts, RANK[source], at),
    cases: joinCases(before.cases, caseRef, at),
  };
  return next === leg && contactId in before.legs ? whole : withLeg(whole, id, contactId, next);
}
