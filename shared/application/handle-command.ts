import type { Actor } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { type Command, isRejection, type Rejection } from '#shared/domain/cases/command.ts';
import { decide } from '#shared/domain/cases/decide.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { hasEvicted, hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Store } from '#shared/ports/store.ts';

export interface CommandRequest {
  readonly id: string;
  readonly command: Command;
  /** Id of what caused it, from `causeId`: the same cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  /** When it happened; verdicts follow this, not when it was written down. */
  readonly at: number;
  readonly recordedAt: number;
  readonly correlationId: string;
  readonly causationId: string;
  /** For consumers of an event: never look at an older case than this. */
  readonly atLeast?: number;
  /** The case as the caller has just read it: the first attempt reads it no second time. */
  readonly supportCase?: Case;
  readonly lastInvitedAt?: number;
  readonly optedOut?: boolean;
}

export type CommandOutcome =
  | { readonly outcome: 'committed' | 'duplicate' | 'unchanged'; readonly case: Case }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection; readonly case: Case | undefined };

const ATTEMPTS = 8;

const wasCommitted = async (store: Store, id: string, cause: string): Promise<boolean> =>
  (await store.timeline('case', id)).some((commit) => commit.cause === cause);

/** What moved a case on is refused when it comes again: of a long case only its commits tell the two apart. */
async function refused(
  store: Store,
  { id, cause }: CommandRequest,
  before: Case | undefined,
  rejection: Rejection,
): Promise<CommandOutcome> {
  const repeated = before && hasEvicted(before) && (await wasCommitted(store, id, cause));
  return repeated ? { outcome: 'duplicate', case: before } : { outcome: 'rejected', rejection, case: before };
}

/**
 * What is at hand is nearly always the newest, and a commit on anything older is refused: only the second
 * look, and a refusal of ours, are worth a consistent read.
 */
async function caseFor(
  store: Store,
  { id, supportCase, command, atLeast = 0 }: CommandRequest,
  attempt: number,
): Promise<Case | undefined> {
  if (attempt > 0) return store.load('case', id);
  // A case that is to begin is nearly never there: the commit says so when it is.
  if (command.do === 'open') return undefined;
  return supportCase ?? store.load('case', id, atLeast);
}

/**
 * Carries out a command on a case: read, decide, commit; when somebody else was faster, read and
 * decide again. Throws only when the store fails or the case is fought over without end.
 */
export async function handleCommand(
  { store, rules }: { store: Store; rules: Rules },
  request: CommandRequest,
): Promise<CommandOutcome> {
  const { id, command, cause, by, at, recordedAt, correlationId, causationId } = request;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await caseFor(store, request, attempt);
    if (before && hasProcessed(before, cause)) return { outcome: 'duplicate', case: before };
    const decision = decide(before, command, {
      now: at,
      recordedAt,
      rules,
      cause,
      ...(request.lastInvitedAt !== undefined && { lastInvitedAt: request.lastInvitedAt }),
      ...(request.optedOut && { optedOut: true }),
    });
    if (isRejection(decision)) {
      if (attempt === 0) continue;
      return refused(store, request, before, decision);
    }
    const after = decision.case;
    // A tick that found nothing due, and whose timer stands right, is not written down.
    const silent = command.do !== 'fail-check' && decision.events.length === 0;
    if (before && silent && before.nextDueAt === after.nextDueAt) {
      return { outcome: 'unchanged', case: before };
    }
    const { events } = decision;
    const result = await store.commit({
      kind: 'case',
      ...{ id, cause, by, at, recordedAt, correlationId, causationId, events, before, after },
    });
    if (result.outcome !== 'conflict') return { outcome: result.outcome, case: result.state };
  }
  throw new Error(`case ${id} changed ${ATTEMPTS} times while a command was decided; try again`);
}
