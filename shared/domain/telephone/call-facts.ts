import { earliest, laterWritten, merged } from './join.ts';
import type { AgentState, CallAnswers, CallReport, LegFacts, Source } from './leg-facts.ts';

/** A whole telling, of which the newest counts. */
export interface Dated extends LegFacts {
  readonly updatedAt: number;
}

/** What has been told of a leg, kept by who told it. */
export interface LegReports {
  readonly flow?: LegFacts;
  readonly event?: LegFacts;
  readonly describe?: Dated;
  readonly record?: Dated;
  readonly states?: readonly AgentState[];
  /** Since when the telephone system knows nothing of it. */
  readonly lostAt?: number;
}

type SaidName = Exclude<keyof CallAnswers, 'caseRef'>;
export type CallAnswerValues = { readonly [K in SaidName]?: LwwValue<NonNullable<CallAnswers[K]>> };

/** A value with who said it and when: the better source counts, then the later saying. */
export interface LwwValue<T extends string | boolean> {
  readonly rank: number;
  readonly at: number;
  readonly value: T;
}

/** A case of the call and when it was first told of. */
export interface CaseOfCall {
  readonly at: number;
  readonly ref: string;
}

/**
 * Everything told of a call. Joining is commutative, associative and idempotent: the same tellings come to
 * the same, in whatever order and however often they come.
 */
export interface CallFacts {
  /** When it was first heard of. */
  readonly heardAt: number;
  readonly said: CallAnswerValues;
  readonly cases: readonly CaseOfCall[];
  /** By contact id. */
  readonly legs: Readonly<Record<string, LegReports>>;
  /** There were more legs than are kept. */
  readonly more?: true;
}

/** What is kept of an endless call. */
export const MOST_LEGS = 16;
export const MOST_STATES = 24;
export const MOST_CASES = 6;
export const MOST_RECORDINGS = 8;

const RANK: Readonly<Record<Source, number>> = { flow: 0, event: 1, agent: 2, describe: 3, record: 4 };
const SAID = ['language', 'line', 'recording', 'callback', 'message'] as const satisfies readonly SaidName[];
const LEG = [
  'initiationMethod',
  'initiatedAt',
  'connectedAt',
  'queue',
  'queuedAt',
  'queueMs',
  'answeredAt',
  'agent',
  'holds',
  'holdMs',
  'talkMs',
  'afterWorkMs',
  'endedAt',
  'reason',
  'previous',
  'next',
  'recordings',
  'complete',
] as const satisfies readonly (keyof LegFacts)[];

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

function joinSaid(said: CallAnswerValues, facts: CallReport, rank: number, at: number): CallAnswerValues {
  const given = pick<CallReport, SaidName>(facts, SAID);
  const next: Record<string, LwwValue<string | boolean>> = { ...said };
  for (const [name, value] of Object.entries(given))
    next[name] = better(next[name], { rank, at, value: value as string | boolean });
  return next as CallAnswerValues;
}

/** The first few, by when they were first told of. */
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

/** The first of all distinct states, in order. */
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
  const given = pick(facts, LEG);
  if (source === 'record' || source === 'describe') {
    const recordings = given.recordings?.slice(0, MOST_RECORDINGS);
    const dated = { ...given, ...(recordings && { recordings }), updatedAt: facts.updatedAt ?? at };
    return { ...leg, [source]: laterWritten(leg[source], dated) };
  }
  return isEmpty(given) ? leg : { ...leg, [source]: merged(leg[source], given) };
}

/** The call's first leg is always kept, of the others as many as there is room for, whichever came first. */
function withLeg(told: CallFacts, id: string, legId: string, leg: LegReports): CallFacts {
  const legs = { ...told.legs, [legId]: leg };
  const others = Object.keys(legs)
    .filter((one) => one !== id)
    .sort();
  const kept = [...(legs[id] ? [id] : []), ...others.slice(0, MOST_LEGS - 1)];
  const cut = others.length > MOST_LEGS - 1;
  return {
    ...told,
    ...(cut && { more: true as const }),
    legs: Object.fromEntries(kept.map((one) => [one, legs[one] ?? {}])),
  };
}

/**
 * What is known of a call once a source has told what it knows.
 *
 * @param id the call's id, which is that of its first leg
 * @param at when the source said so, epoch milliseconds
 */
export function join(id: string, told: CallFacts | undefined, facts: CallReport, at: number): CallFacts {
  const { source = 'flow', contactId = id, caseRef } = facts;
  const before = told ?? { heardAt: at, said: {}, cases: [], legs: {} };
  const leg = before.legs[contactId] ?? {};
  const next = joinLeg(leg, facts, at);
  const whole: CallFacts = {
    ...before,
    heardAt: Math.min(before.heardAt, at),
    said: joinSaid(before.said, facts, RANK[source], at),
    cases: joinCases(before.cases, caseRef, at),
  };
  return next === leg && contactId in before.legs ? whole : withLeg(whole, id, contactId, next);
}
