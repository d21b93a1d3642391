import type { Actor } from '#events/vocabulary.ts';
import type { Case, HeldReply } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { type EventDraft, isRejection, type Rejection } from '#shared/domain/cases/decision.ts';
import { type News, overtakenBy } from '#shared/domain/cases/overtaken.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { PersonAnswer } from '#shared/domain/surveys/asking.ts';
import { hasEvicted, hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Store } from '#shared/ports/store.ts';
import { unseenCommits } from './unseen-commits.ts';

export interface CommandRequest {
  readonly id: string;
  readonly command: CaseCommand;
  /** Id of the cause, from `causeId`. One cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  /** When it happened. The results of clocks depend on it, not on the time of recording. */
  readonly at: number;
  readonly recordedAt: number;
  /** Id of the mail or call that opens the case. A case that exists keeps its own. */
  readonly correlationId: string;
  readonly causationId: string;
  /** For consumers of an event: the minimum version to read. */
  readonly atLeast?: number;
  /** The case that the caller has just loaded. The first attempt uses it instead of a read. */
  readonly supportCase?: Case;
  /** Whether the beneficiary may be asked for an opinion, for a tick with a survey that is due. */
  readonly person?: PersonAnswer;
}

/** A command of a person, with the version of the case that they saw when they decided. */
export interface ActRequest extends CommandRequest {
  readonly seen: number;
}

/** The outcome of an act: that of its command, or the newer event that its author has to see first. */
export type ActOutcome =
  | CommandOutcome
  | { readonly outcome: 'overtaken'; readonly news: News; readonly case: Case };

export type CommandOutcome =
  | { readonly outcome: 'committed' | 'duplicate' | 'unchanged'; readonly case: Case }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection; readonly case: Case | undefined };

const ATTEMPTS = 8;

/** Commands that change a case without an event. */
const CHANGES_SILENTLY: ReadonlySet<CaseCommand['do']> = new Set(['fail-check', 'hold-reply', 'undo-reply']);

/**
 * A repeated command that already changed the status is rejected as illegal. If the case has more commits
 * than its state lists, the store's proof of the cause distinguishes a repeat from a real rejection.
 */
async function refused(
  store: Store,
  { id, cause }: CommandRequest,
  before: Case | undefined,
  rejection: Rejection,
): Promise<CommandOutcome> {
  const repeated = before && hasEvicted(before) && (await store.hasCommitted('case', id, cause));
  return repeated ? { outcome: 'duplicate', case: before } : { outcome: 'rejected', rejection, case: before };
}

/**
 * Load the case. The first attempt uses the given case or an eventually consistent read: it is nearly always
 * current, and a commit on an older version conflicts. Later attempts, and the check of a rejection, use a
 * consistent read.
 */
async function caseFor(
  store: Store,
  { id, supportCase, command, atLeast = 0 }: CommandRequest,
  attempt: number,
): Promise<Case | undefined> {
  if (attempt > 0) return store.load('case', id);
  // Skip the read for a new case. The commit conflicts when the case exists.
  if (command.do === 'open') return undefined;
  return supportCase ?? store.load('case', id, atLeast);
}

/**
 * Return what happened to a case since its author saw it, if that makes the act stale. The act itself does not
 * count when it was delivered before.
 */
export async function unseenNews(
  store: Store,
  supportCase: Case,
  { command, cause, seen }: Pick<ActRequest, 'command' | 'cause' | 'seen'>,
): Promise<News | 'repeated' | undefined> {
  const unseen = await unseenCommits(store, 'case', supportCase, seen);
  if (unseen.some((commit) => commit.cause === cause)) return 'repeated';
  const { heldReply } = supportCase;
  return overtakenBy(command, [
    ...(heldReply && heldReply.since > seen ? [sentLater(heldReply)] : []),
    ...unseen.flatMap(({ by, events }) => {
      const isKnown = (event: EventDraft) => isHeldReply(event) && (event.data.since ?? 0) <= seen;
      // The page showed the held reply and what follows from it.
      return by === 'rida' && events.some(isKnown) ? [] : events.filter((event) => !isKnown(event));
    }),
  ]);
}

type Sent = Extract<EventDraft, { type: 'rida.message.sent.v1' }>;

const isHeldReply = (event: EventDraft): event is Sent =>
  event.type === 'rida.message.sent.v1' && event.data.since !== undefined;

/** A colleague's reply is news for others before it leaves. */
const sentLater = ({ message, by }: HeldReply): Sent => ({
  type: 'rida.message.sent.v1',
  data: { message, channel: 'mail', by },
});

/**
 * Handle a command: load the case, decide, commit. After a conflict with another writer, load and decide
 * again. Throw only when the store fails or all attempts conflict.
 */
export const handleCommand = (
  deps: { readonly store: Store; readonly rules: Rules },
  request: CommandRequest,
): Promise<CommandOutcome> => decideUntilCommitted<never>(deps, request, async () => undefined);

/**
 * Handle the command of a person, who saw a version of the case. The check for newer events is a part of every
 * attempt, and the commit is conditional on the version that was checked. Of two acts at the same moment, one
 * is therefore overtaken by the other.
 */
export const handleAct = (
  deps: { readonly store: Store; readonly rules: Rules },
  request: ActRequest,
): Promise<ActOutcome> =>
  decideUntilCommitted(deps, request, async (before): Promise<ActOutcome | undefined> => {
    const news = await unseenNews(deps.store, before, request);
    if (news === undefined) return undefined;
    return news === 'repeated'
      ? { outcome: 'duplicate', case: before }
      : { outcome: 'overtaken', news, case: before };
  });

/** Load, check, decide and commit, until no other writer committed between the load and the commit. */
async function decideUntilCommitted<O extends ActOutcome>(
  { store, rules }: { readonly store: Store; readonly rules: Rules },
  request: CommandRequest,
  check: (before: Case) => Promise<O | undefined>,
): Promise<CommandOutcome | O> {
  const { id, command, cause, by, at, recordedAt, correlationId, causationId } = request;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await caseFor(store, request, attempt);
    if (before && hasProcessed(before, cause)) return { outcome: 'duplicate', case: before };
    const stopped = before && (await check(before));
    if (stopped) return stopped;
    const decision = decideCase(before, command, {
      now: at,
      recordedAt,
      rules,
      cause,
      correlationId,
      ...(request.person !== undefined && { person: request.person }),
    });
    if (isRejection(decision)) {
      if (attempt === 0) continue;
      return refused(store, request, before, decision);
    }
    const after = decision.case;
    // Skip the write when the tick has no events and the timer is already correct.
    const silent = !CHANGES_SILENTLY.has(command.do) && decision.events.length === 0;
    if (before && silent && before.nextDueAt === after.nextDueAt) {
      return { outcome: 'unchanged', case: before };
    }
    const { events } = decision;
    const result = await store.commit({
      kind: 'case',
      ...{ id, cause, by, at, recordedAt, causationId, events, before, after },
      correlationId: after.correlationId,
    });
    if (result.outcome !== 'conflict') return { outcome: result.outcome, case: result.state };
  }
  throw new Error(`case ${id} changed ${ATTEMPTS} times while a command was decided; try again`);
}
