import type { CallFacts, LegReports } from './call-facts.ts';
import { defined, earliest } from './join.ts';
import { type AgentState, LEG_FACTS, type LegFacts, type Recording } from './leg-facts.ts';

/** One leg of a call, combined from all sources. */
export interface Leg extends Omit<LegFacts, 'holds' | 'holdMs' | 'recordings' | 'complete'> {
  readonly contactId: string;
  /** The earliest time of the leg. Missing when only another leg names it. */
  readonly startedAt?: number;
  /** Time in the queue. Missing while the caller waits. */
  readonly waitMs?: number;
  readonly holds: number;
  readonly holdMs: number;
  readonly recordings: readonly Recording[];
  /** Agents who did not answer. */
  readonly missed: readonly AgentState[];
  /** True when no further report will arrive. */
  readonly complete: boolean;
}

/** Take each fact from the source with the highest rank. */
function believed({ flow, event, describe, record, states = [] }: LegReports): LegFacts {
  const connected = states.find(({ state }) => state === 'connected');
  const desk: LegFacts = {
    ...(connected && { answeredAt: connected.at }),
    ...(connected?.agent !== undefined && { agent: connected.agent }),
  };
  const best: Record<string, unknown> = {};
  for (const source of [flow, event, desk, describe, record])
    for (const name of LEG_FACTS) if (source?.[name] !== undefined) best[name] = source[name];
  // Only these two sources have user names. The others have agent ids.
  const agent = record?.agent ?? desk.agent;
  return { ...(best as LegFacts), ...(agent !== undefined && { agent }) };
}

const span = (from: number, to: number): number => Math.max(0, to - from);

/** Compute the holds from the states of the agent's desk: each lasts until the next state. */
function holdsOf(
  states: readonly AgentState[],
  endedAt: number | undefined,
): { holds: number; holdMs: number } {
  let holds = 0;
  let holdMs = 0;
  states.forEach(({ state, at }, index) => {
    if (state !== 'hold') return;
    holds += 1;
    const until = states.slice(index + 1).find((later) => later.state !== 'hold')?.at ?? endedAt;
    if (until !== undefined && states[index + 1]?.state !== 'hold') holdMs += span(at, until);
  });
  return { holds, holdMs };
}

function waitOf({ queuedAt, queueMs, answeredAt, endedAt }: LegFacts): number | undefined {
  if (queuedAt === undefined) return undefined;
  if (queueMs !== undefined) return queueMs;
  const until = answeredAt ?? endedAt;
  return until === undefined ? undefined : span(queuedAt, until);
}

const isComplete = ({ event, describe, record, lostAt }: LegReports, facts: LegFacts): boolean =>
  record?.endedAt !== undefined ||
  event?.complete === true ||
  lostAt !== undefined ||
  (facts.endedAt !== undefined && (facts.answeredAt === undefined || describe?.afterWorkMs !== undefined));

function legOf(contactId: string, reports: LegReports): Leg {
  const facts = believed(reports);
  const { states = [], lostAt } = reports;
  const { initiatedAt, connectedAt, queuedAt, answeredAt, endedAt = lostAt, talkMs } = facts;
  const shown = holdsOf(states, endedAt);
  const holds = facts.holds ?? shown.holds;
  const holdMs = facts.holdMs ?? shown.holdMs;
  const talked =
    talkMs ??
    (answeredAt === undefined || endedAt === undefined
      ? undefined
      : Math.max(0, span(answeredAt, endedAt) - holdMs));
  const startedAt =
    initiatedAt ??
    [connectedAt, queuedAt, answeredAt, states[0]?.at, endedAt].reduce<number | undefined>(
      earliest,
      undefined,
    );
  return {
    ...facts,
    contactId,
    holds,
    holdMs,
    recordings: facts.recordings ?? [],
    missed: states.filter(({ state }) => state === 'missed'),
    complete: isComplete(reports, facts),
    ...defined<Pick<Leg, 'startedAt' | 'endedAt' | 'waitMs' | 'talkMs' | 'reason'>>({
      startedAt,
      endedAt,
      waitMs: waitOf({ ...facts, ...defined<LegFacts>({ endedAt }) }),
      talkMs: talked,
      reason: endedAt !== undefined && facts.endedAt === undefined ? 'LOST' : facts.reason,
    }),
  };
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** Return the legs of a call in the order of their starts. A leg that only another one names is last. */
export function legsOf(callFacts: Pick<CallFacts, 'legs' | 'legsOmitted'>): readonly Leg[] {
  const reportedLegs = Object.entries(callFacts.legs).map(([contactId, leg]) => legOf(contactId, leg));
  const reported = new Set(Object.keys(callFacts.legs));
  const named = new Set(
    reportedLegs.flatMap(({ next }) => (next === undefined || reported.has(next) ? [] : [next])),
  );
  const unreportedLegs = callFacts.legsOmitted ? [] : [...named].map((contactId) => legOf(contactId, {}));
  return [...reportedLegs, ...unreportedLegs].sort(
    (a, b) => (a.startedAt ?? NEVER) - (b.startedAt ?? NEVER) || (a.contactId < b.contactId ? -1 : 1),
  );
}

/**
 * How a contact with the person on the telephone begins. All others are contacts of staff: a supervisor who
 * listens (`MONITOR`, `BARGE`), a call to a third party (`EXTERNAL_OUTBOUND`), and types that Connect may add.
 * Source: admin guide, "contact-initiation-methods".
 */
const OF_CALLER: ReadonlySet<string> = new Set([
  ...['INBOUND', 'OUTBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'CALLBACK', 'API', 'DISCONNECT', 'WEBRTC_API'],
]);

/** Return whether a leg is one of the caller. A leg whose beginning is not yet reported is. */
export const isLegOfCaller = (initiationMethod: string | undefined): boolean =>
  initiationMethod === undefined || OF_CALLER.has(initiationMethod.toUpperCase());

export const isTransfer = ({ initiationMethod }: Leg): boolean =>
  initiationMethod === 'TRANSFER' || initiationMethod === 'QUEUE_TRANSFER';
export const isCallback = ({ initiationMethod }: Leg): boolean => initiationMethod === 'CALLBACK';
