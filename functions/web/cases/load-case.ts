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

const OTHERS = 6;
const CALLS = 6;

/** Everything that the page of a case shows. */
export interface CaseFile {
  readonly supportCase: Case;
  readonly evaluation: Evaluation;
  readonly commits: readonly Commit[];
  /** Messages by their id. */
  readonly messages: ReadonlyMap<string, Message>;
  readonly effects: readonly Effect[];
  readonly others: readonly Case[];
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
async function callsOf(
  store: Store,
  { id, erased }: Case,
  [first]: readonly Commit[],
): Promise<readonly Call[]> {
  if (erased) return [];
  const [{ items }, origin] = await Promise.all([
    store.callsAbout(id, { limit: CALLS }),
    first && store.load('call', first.correlationId, 0),
  ]);
  return origin && !items.some((one) => one.id === origin.id) ? [...items, origin] : items;
}

/** Load a case with its history. Return undefined when there is no such case. */
export async function loadCase(
  { store, blobs, rules, now }: { store: Store; blobs: BlobStore; rules: Rules; now: number },
  id: string,
): Promise<CaseFile | undefined> {
  const supportCase = await store.load('case', id);
  if (!supportCase) return undefined;
  const [commits, effects, others] = await Promise.all([
    store.timeline('case', id),
    store.effects('case', id),
    othersOf(store, supportCase),
  ]);
  const calls = await callsOf(store, supportCase, commits);
  const ids = commits.map(messageOf).filter((one) => one !== undefined);
  const messages = await Promise.all(ids.map((one) => readMessage(blobs, id, one)));
  return {
    supportCase,
    evaluation: clocksOf(supportCase, rules, now),
    commits,
    messages: new Map(messages.filter((one) => one !== undefined).map((one) => [one.id, one])),
    effects,
    others,
    calls,
  };
}
