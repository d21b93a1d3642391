import type { Language } from '#events/vocabulary.ts';
import type { Draft } from '#shared/domain/case/command.ts';
import { HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import type { Call } from './call.ts';

/** What one source tells of a call: the flow, a contact event, or Connect when asked. */
export interface CallFacts {
  readonly initiationMethod?: string;
  readonly initiatedAt?: number;
  readonly language?: Language;
  readonly caseRef?: string;
  readonly queuedAt?: number;
  readonly answeredAt?: number;
  readonly agent?: string;
  readonly endedAt?: number;
  readonly reason?: string;
  /** The telephone system no longer knows the contact. */
  readonly lost?: boolean;
}

/** Contact events come in any order: so long after the end, the others are taken to be in. */
export const ANNOUNCE_AFTER = 2 * MINUTE;
/** A call still without an end after this is asked about. */
export const ASK_AFTER = 2 * HOUR;

const earliest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

const defined = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** The call with what a source tells, whichever came first: times keep the earliest, names the first. */
function merge(id: string, call: Call | undefined, facts: CallFacts, now: number): Call {
  const startedAt = earliest(call?.startedAt, facts.initiatedAt) ?? now;
  const { nextDueAt: _, ...kept } = call ?? { version: 0, causes: [] };
  return {
    ...kept,
    id,
    initiationMethod: facts.initiationMethod ?? call?.initiationMethod ?? 'INBOUND',
    startedAt,
    ...defined({
      language: facts.language ?? call?.language,
      caseRef: facts.caseRef ?? call?.caseRef,
      queuedAt: earliest(call?.queuedAt, facts.queuedAt),
      answeredAt: earliest(call?.answeredAt, facts.answeredAt),
      agent: call?.agent ?? facts.agent,
      endedAt: earliest(call?.endedAt, facts.endedAt ?? (facts.lost ? now : undefined)),
      reason: facts.reason ?? call?.reason ?? (facts.lost ? 'LOST' : undefined),
    }),
  };
}

const seconds = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 1000));

function ended(call: Call, endedAt: number): Draft {
  const { queuedAt, answeredAt, reason, caseRef } = call;
  return {
    type: 'rida.call.ended.v1',
    data: {
      contactId: call.id,
      startedAt: isoInstant(call.startedAt),
      seconds: seconds(call.startedAt, endedAt),
      queued: queuedAt !== undefined,
      answered: answeredAt !== undefined,
      ...defined({
        waitSeconds: queuedAt === undefined ? undefined : seconds(queuedAt, answeredAt ?? endedAt),
        reason,
        caseRef,
      }),
    },
  };
}

function nextDueAt({ endedAt, announced, startedAt }: Call, now: number): number | undefined {
  if (announced) return undefined;
  if (endedAt !== undefined) return endedAt + ANNOUNCE_AFTER;
  return startedAt + (Math.floor(Math.max(0, now - startedAt) / ASK_AFTER) + 1) * ASK_AFTER;
}

/**
 * The call after one source has told what it knows, and what happened with it: it started when first
 * heard of, and its end is announced once, a little later, when all facts are in.
 */
export function decideCall(
  id: string,
  call: Call | undefined,
  facts: CallFacts,
  now: number,
): { readonly call: Call; readonly events: readonly Draft[] } {
  const merged = merge(id, call, facts, now);
  const { endedAt } = merged;
  const announces = endedAt !== undefined && !merged.announced && now >= endedAt + ANNOUNCE_AFTER;
  const next: Call = announces ? { ...merged, announced: true } : merged;
  const due = nextDueAt(next, now);
  const { initiationMethod } = merged;
  return {
    call: due === undefined ? next : { ...next, nextDueAt: due },
    events: [
      ...(call ? [] : [{ type: 'rida.call.started.v1', data: { contactId: id, initiationMethod } } as const]),
      ...(announces ? [ended(merged, endedAt)] : []),
    ],
  };
}
