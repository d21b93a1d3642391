import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { TelephoneRules } from '#shared/domain/rules.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { CALL_MARKS, type Call, type CallMark } from './call.ts';
import { type CallFacts, join } from './call-facts.ts';
import { factsOf, type Summary, summaryOf } from './call-summary.ts';
import { endedEvent } from './ended-event.ts';
import { canonical, defined } from './join.ts';
import type { CallReport } from './leg-facts.ts';

export type { CallReport as CallFacts } from './leg-facts.ts';

/**
 * Reports arrive in any order. After this time since a complete end, all of them count as received.
 * @internal exported for tests
 */
export const ANNOUNCE_AFTER = 2 * MINUTE;
/**
 * An end with missing facts (a contact record or a callback) is looked up and published after this time.
 * @internal exported for tests
 */
export const SETTLE_AFTER = 30 * MINUTE;
/**
 * A call without an end is looked up after this time.
 * @internal exported for tests
 */
export const ASK_FOR_FACTS_AFTER = 2 * HOUR;

const ended = ({ endedAt, complete }: Pick<Summary, 'endedAt' | 'complete'>): number | undefined =>
  endedAt === undefined ? undefined : endedAt + (complete ? ANNOUNCE_AFTER : SETTLE_AFTER);

function nextDueAt(view: Summary, now: number): number {
  const { startedAt } = view;
  return (
    ended(view) ??
    startedAt + (Math.floor(Math.max(0, now - startedAt) / ASK_FOR_FACTS_AFTER) + 1) * ASK_FOR_FACTS_AFTER
  );
}

function marksOf({ outcome, message, callback, direction, endedAt }: Summary): CallMark[] {
  if (direction === 'out') return [];
  const holds: Readonly<Record<CallMark, boolean>> = {
    abandoned: outcome === 'abandoned' && endedAt !== undefined,
    message,
    callback: callback === 'asked' && outcome !== 'served',
  };
  return CALL_MARKS.filter((mark) => holds[mark]);
}

/** Build the call from its summary, without its timer. */
function callOf(id: string, before: Call | undefined, callFacts: CallFacts, view: Summary): Call {
  const { initiationMethod, startedAt, language, caseRefs, queuedAt, answeredAt, agent, endedAt, reason } =
    view;
  const [caseRef] = caseRefs;
  const marks = marksOf(view);
  return {
    id,
    version: before?.version ?? 0,
    causes: before?.causes ?? [],
    facts: callFacts,
    initiationMethod,
    startedAt,
    ...defined<Omit<Call, 'id' | 'version' | 'causes' | 'initiationMethod' | 'startedAt'>>({
      language,
      caseRef,
      queuedAt,
      answeredAt,
      agent,
      endedAt,
      reason,
      marks: marks.length > 0 ? marks : undefined,
      announced: before?.announced,
    }),
  };
}

export interface CallReports {
  /** One report, or several of one source and time. */
  readonly facts: CallReport | readonly CallReport[];
  /** Time of the report, epoch milliseconds. */
  readonly at: number;
  readonly now: number;
  /** Set only by the timer: the rules for the published end. */
  readonly announcing?: TelephoneRules | undefined;
}

/**
 * Add reports to a call and return the events. The call starts with its first report. Its end is published
 * once, by the timer, when all reports are in. Return undefined when nothing changes.
 */
export function decideCall(
  id: string,
  call: Call | undefined,
  { facts, at, now, announcing }: CallReports,
): { readonly call: Call; readonly events: readonly EventDraft[] } | undefined {
  const reports = Array.isArray(facts) ? (facts as readonly CallReport[]) : [facts as CallReport];
  const callFacts = reports.reduce<CallFacts | undefined>(
    (joined, one) => join(id, joined, one, at),
    call && factsOf(call),
  );
  if (callFacts === undefined) return undefined;
  const view = summaryOf(id, callFacts);
  const next = callOf(id, call, callFacts, view);
  const due = ended(view);
  const announces = announcing !== undefined && !next.announced && due !== undefined && now >= due;
  const after: Call =
    announces || next.announced ? { ...next, announced: true } : { ...next, nextDueAt: nextDueAt(view, now) };
  if (call && canonical(after) === canonical(call)) return undefined;
  const { initiationMethod } = view;
  return {
    call: after,
    events: [
      ...(call ? [] : [{ type: 'rida.call.started.v1', data: { contactId: id, initiationMethod } } as const]),
      ...(announces ? [endedEvent(id, view, announcing)] : []),
    ],
  };
}
