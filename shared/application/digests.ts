import type { Notice, OverdueWork } from '#events/vocabulary.ts';
import { type DigestStep, decideDigest, isDue, unsent } from '#shared/domain/notices/decide-digest.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import {
  OVERDUE_DAYS,
  type OverdueShare,
  openTasksQuery,
  overdueQuery,
  ownersOf,
  shareOf,
  sumOverdue,
  TASKS,
} from '#shared/domain/notices/overdue-work.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { isTask } from '#shared/domain/work-list/work-entry.ts';
import type { WorkPage } from '#shared/domain/work-list/work-query.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface DigestContext {
  readonly store: Store;
  readonly rules: Rules;
  readonly now: number;
}

export type DigestResult = 'committed' | 'unchanged';

const ATTEMPTS = 12;
/** Maximum number of notices in and behind one mail. Further ones wait for the next mail. */
const MOST_AT_ONCE = 1000;

/**
 * Commit a decision on the state it was made from. The cause contains the version of that state, so that two
 * decisions on one version commit once.
 */
async function commit(
  { store, now }: DigestContext,
  before: Digest | undefined,
  { state: after, events }: DigestStep,
): Promise<boolean> {
  const { id } = after;
  const cause = causeId(`digest:${id}:${before?.version ?? 0}`);
  const trace = { cause, by: 'rida', correlationId: cause, causationId: cause } as const;
  const at = { at: now, recordedAt: now };
  const { outcome } = await store.commit({ kind: 'digest', id, ...trace, ...at, events, before, after });
  return outcome !== 'conflict';
}

const contested = (reader: string): Error =>
  new Error(`digest ${reader} changed ${ATTEMPTS} times while it was written; try again`);

/**
 * Set the timer of a reader's digest for notices that were just collected. Without new ones, make sure that
 * notices which wait from an earlier attempt have a timer.
 */
export async function scheduleDigest(
  context: DigestContext,
  reader: string,
  collected: readonly Notice[],
): Promise<void> {
  const { store } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await store.load('digest', reader);
    if (collected.length === 0 && state?.nextDueAt !== undefined) return;
    const waiting =
      collected.length > 0
        ? collected
        : (await store.waitingNotices(reader, MOST_AT_ONCE)).map(({ notice }) => notice);
    const step = decideDigest(reader, state, { do: 'schedule', waiting }, context);
    if (step === undefined || (await commit(context, state, step))) return;
  }
  throw contested(reader);
}

/** Set the timer of a reader's digest, because some of their work is overdue. A timer that is set stays. */
export async function remindOfOverdue(context: DigestContext, reader: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await context.store.load('digest', reader);
    const step = decideDigest(reader, state, { do: 'remind' }, context);
    if (step === undefined || (await commit(context, state, step))) return;
  }
  throw contested(reader);
}

/**
 * The oldest overdue work of a reader that is read. Beyond it, work is only counted, and its owners are found on a
 * later day.
 */
const MOST_READ = 2000;

/** Read the overdue work of a share, the oldest first in each kind. */
const readOverdue = ({ store, rules }: DigestContext, share: OverdueShare, limit: number) =>
  Promise.all(
    share.kinds.map(async (kind) => ({
      kind,
      ...(await store.work([...rules.departments.keys()], overdueQuery(share, kind, limit))),
    })),
  );

const total = (pages: readonly WorkPage[]): number =>
  pages.reduce((sum, { counts }) => sum + counts.shown, 0);

/** Whether tasks beside cases are open. Once overdue, they are in the digests of their owners and the supervisor. */
async function hasOpenTasks({ store, rules, now }: DigestContext): Promise<boolean> {
  const departments = [...rules.departments.keys()];
  const pages = await Promise.all(TASKS.map((kind) => store.work(departments, openTasksQuery(kind, now))));
  return total(pages) > 0;
}

/** Count and list the overdue work of a reader. Reads do not grow with how long it is overdue. */
async function overdueOf(context: DigestContext, reader: string): Promise<OverdueWork | undefined> {
  const { rules, now } = context;
  const share = shareOf(reader, rules, now);
  if (share === undefined) return undefined;
  const pages = await readOverdue(context, share, MOST_READ);
  const entries = pages.flatMap((page) => page.entries);
  const isRead = entries.length === total(pages);
  const olderThan = await Promise.all(
    OVERDUE_DAYS.map(async (days) => {
      const dueBefore = Math.min(share.dueBefore, now - days * DAY);
      if (isRead) return entries.filter(({ dueAt = dueBefore }) => dueAt < dueBefore).length;
      return total(await readOverdue(context, { ...share, dueBefore }, 0));
    }),
  );
  // A case that was passed on while it was overdue has a new owner that no ladder tells.
  if (reader === 'supervisor')
    for (const owner of ownersOf(entries, rules, now)) await remindOfOverdue(context, owner);
  const isPartial = pages.some((page) => page.isPartial);
  const tasks = total(pages.filter(({ kind }) => isTask(kind)));
  return sumOverdue(olderThan, entries, { tasks, isPartial });
}

/**
 * Send a reader's notices and the sum of their overdue work when the timer is due. Remove the sent notices, and set
 * the timer again for a notice that was collected in the same time. After a crash at any point the repeat continues,
 * because the state lists the events in the newest mail.
 */
export async function tickDigest(context: DigestContext, reader: string): Promise<DigestResult> {
  const { store } = context;
  let outcome: DigestResult = 'unchanged';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await store.load('digest', reader);
    if (state === undefined) return outcome;
    const waiting = await store.waitingNotices(reader, MOST_AT_ONCE);
    const fresh = new Set(
      unsent(
        state,
        waiting.map(({ notice }) => notice),
      ),
    );
    const leftover = waiting.filter(({ notice }) => !fresh.has(notice));
    if (leftover.length > 0) await store.removeNotices(reader, leftover);
    const isNow = isDue(state, context.now);
    const overdue = isNow ? await overdueOf(context, reader) : undefined;
    const awaits = isNow && reader === 'supervisor' && (await hasOpenTasks(context));
    const step = decideDigest(reader, state, { do: 'tick', waiting: [...fresh], overdue, awaits }, context);
    if (step === undefined) return outcome;
    if ((await commit(context, state, step)) && step.events.length > 0) outcome = 'committed';
  }
  throw contested(reader);
}
