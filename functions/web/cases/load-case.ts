import { readMessage } from '#shared/application/messages.ts';
import { casesUnder, idsOfBeneficiary } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Evaluation } from '#shared/domain/sla/evaluate.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { Commit, Effect, Store } from '#shared/ports/store.ts';
import { type SimilarCase, similarCases } from './similar-cases.ts';

const OTHERS = 6;
const CALLS = 6;
/** Commits of one page, each with its message. */
const COMMITS = 30;
/** Maximum number of effects of one page. */
const EFFECTS = 200;

/** Everything that the page of a case shows. */
export interface CaseFile {
  readonly supportCase: Case;
  readonly evaluation: Evaluation;
  /** One page of the commits, oldest first. */
  readonly commits: readonly Commit[];
  /** The version before which the commits of this page are. Missing on the newest page. */
  readonly before?: number;
  /** The version before which the next page of older commits is. Missing on the oldest page. */
  readonly older?: number;
  /** Messages by their id. */
  readonly messages: ReadonlyMap<string, Message>;
  /** The effects in the time of these commits. */
  readonly effects: readonly Effect[];
  readonly others: readonly Case[];
  /** Cases about the same matter, which can be joined under one parent. */
  readonly similar: readonly SimilarCase[];
  /** The newest calls about the case, including the one that opened it, which may be in progress. */
  readonly calls: readonly Call[];
}

/** Return the id of the message of a commit, if it has one. */
export function messageOf({ cause, events }: Commit): string | undefined {
  for (const event of events) {
    if (event.type === 'rida.case.opened.v1') return cause;
    if (
      event.type === 'rida.message.received.v1' ||
      event.type === 'rida.message.sent.v1' ||
      event.type === 'rida.note.added.v1' ||
      event.type === 'rida.contact.logged.v1' ||
      event.type === 'rida.case.corrected.v1' ||
      event.type === 'rida.case.extended.v1' ||
      event.type === 'rida.department.passed-on.v1' ||
      event.type === 'rida.department.time-asked.v1' ||
      event.type === 'rida.department.wrote.v1' ||
      event.type === 'rida.department.asked.v1' ||
      event.type === 'rida.department.answered.v1'
    )
      return event.data.message;
  }
  return undefined;
}

/** Return the newest other cases of the same beneficiary under all addresses. */
async function othersOf(store: Store, { id, beneficiary, erased }: Case): Promise<readonly Case[]> {
  if (erased) return [];
  const ids = await idsOfBeneficiary(store, beneficiary.id);
  const cases = await casesUnder(store, ids, OTHERS);
  return cases.filter((one) => one.id !== id).slice(0, OTHERS);
}

/** Return the calls about a case: the ended ones, and the one that opened it. */
async function callsOf(store: Store, { id, erased, correlationId }: Case): Promise<readonly Call[]> {
  if (erased) return [];
  const [{ items }, origin] = await Promise.all([
    store.callsAbout(id, { limit: CALLS }),
    store.load('call', correlationId, 0),
  ]);
  return origin && !items.some((one) => one.id === origin.id) ? [...items, origin] : items;
}

/** A page of the past of a case. */
type Past = Pick<CaseFile, 'commits' | 'effects' | 'before' | 'older'>;

/**
 * Load the newest commits before a version, with the effects in their time: from the oldest of these commits,
 * until the commit of that version.
 */
async function pastOf(store: Store, id: string, before?: number): Promise<Past> {
  const found = await store.newestCommits('case', id, {
    ...(before !== undefined && { before: before + 1 }),
    limit: COMMITS + (before === undefined ? 1 : 2),
  });
  const next = before === undefined ? undefined : found[0];
  const newest = next ? found.slice(1) : found;
  const shown = newest.slice(0, COMMITS);
  const oldest = newest.length > COMMITS ? shown.at(-1) : undefined;
  const effects = await store.newestEffects(id, {
    limit: EFFECTS,
    ...(oldest && { from: oldest.recordedAt }),
    ...(next && { until: next.recordedAt }),
  });
  return {
    commits: shown.toReversed(),
    effects: effects.toReversed(),
    ...(next && { before: next.version }),
    ...(oldest && { older: oldest.version }),
  };
}

/**
 * Load a case with the newest part of its history, or the part before a version. Return undefined when there is no
 * such case.
 */
export async function loadCase(
  { store, blobs, rules, now }: { store: Store; blobs: BlobStore; rules: Rules; now: number },
  id: string,
  before?: number,
): Promise<CaseFile | undefined> {
  const supportCase = await store.load('case', id);
  if (!supportCase) return undefined;
  const [past, others, calls, similar] = await Promise.all([
    pastOf(store, id, before),
    othersOf(store, supportCase),
    callsOf(store, supportCase),
    similarCases(store, supportCase),
  ]);
  const ids = [...past.commits.map(messageOf), supportCase.heldReply?.message].filter(
    (one) => one !== undefined,
  );
  const messages = await Promise.all(ids.map((one) => readMessage(blobs, id, one)));
  return {
    supportCase,
    evaluation: clocksOf(supportCase, rules, now),
    ...past,
    messages: new Map(messages.filter((one) => one !== undefined).map((one) => [one.id, one])),
    others,
    calls,
    similar,
  };
}
