import { effectIdOf } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Commit, Effect, Kind, Store } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';

/** Order of entries of the same instant: a mail arrives before it is stored, and is stored before it is logged. */
const WHATS = ['arrived', 'item', 'event', 'sent', 'log'] as const;

/** One line of a trace. */
export interface TraceEntry {
  readonly at: string;
  readonly what: (typeof WHATS)[number];
  readonly correlationId?: string;
  readonly text: string;
  /** The complete log line, the event or the keys of the item. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Story {
  /** The requested case, and the cases into which it was merged. */
  readonly cases: readonly string[];
  /** The calls that opened or concern these cases. */
  readonly calls: readonly string[];
  /** The id of the mail or call that opened the case. */
  readonly correlationId: string;
  /** All ids of the work for these cases: of their openings and of their calls. */
  readonly correlationIds: readonly string[];
  readonly entries: readonly TraceEntry[];
}

/** The events that say that a contact arrived. */
const ARRIVALS: Readonly<Record<string, string>> = {
  'rida.case.opened.v1': 'a new case arrived',
  'rida.message.received.v1': 'a message arrived',
  'rida.message.spoken.v1': 'a spoken message arrived',
  'rida.call.started.v1': 'a call arrived',
  'rida.survey.answered.v1': 'the answer to the survey arrived',
  'rida.call.rated.v1': 'the rating of a call arrived',
  'rida.call.survey-decided.v1': 'it was decided whether the caller is asked for an opinion',
};

const entriesOf = (commit: Commit): TraceEntry[] => {
  const { kind, id, version, cause, by, correlationId, causationId, patch } = commit;
  const at = isoInstant(commit.recordedAt);
  return [
    ...commit.events.flatMap(({ type, data }): TraceEntry[] => {
      const text = ARRIVALS[type];
      const { channel } = data as { channel?: unknown };
      const by = channel === undefined ? '' : `, by ${String(channel)}`;
      const arrivedAt = isoInstant(commit.at);
      return text === undefined
        ? []
        : [{ at: arrivedAt, what: 'arrived', correlationId, text: `${text}${by}`, detail: { kind, id } }];
    }),
    {
      ...{ at, what: 'item', correlationId },
      text: `${kind} ${id}, commit ${version} by ${by}: ${Object.keys(patch).join(', ') || 'no field changed'}`,
      detail: { kind, id, version, cause, causationId },
    },
    ...toEnvelopes(commit).map(
      ({ id: eventId, type, subject, subjectVersion }): TraceEntry => ({
        ...{ at, what: 'event', correlationId, text: type },
        detail: { id: eventId, type, subject, subjectVersion },
      }),
    ),
  ];
};

/** Return the correlation id of a sent mail: that of the event, or of the opened case, from which its id was made. */
const correlationOf = ({ id, what, to }: Effect, commits: readonly Commit[]): string | undefined =>
  commits.find((commit) =>
    [commit.id, ...toEnvelopes(commit).map((event) => event.id)].some(
      (eventId) => effectIdOf({ eventId, what, to }) === id,
    ),
  )?.correlationId;

async function sentFor(
  store: Store,
  kind: Kind,
  about: string,
  commits: readonly Commit[],
): Promise<TraceEntry[]> {
  return (await store.effects(kind, about)).map((effect) => {
    const { id: effectId, at, what, token, providerId, withheld, waits } = effect;
    const correlationId = correlationOf(effect, commits);
    return {
      ...{ at: isoInstant(at), what: 'sent' as const, ...(correlationId !== undefined && { correlationId }) },
      text: `${what}${withheld === undefined ? '' : ` (not sent: ${withheld})`}${waits ? ` (waits: ${waits.reason})` : ''}`,
      detail: {
        ...{ id: effectId, token },
        ...(providerId !== undefined && { providerId }),
        ...(waits && { tries: waits.tries, nextTry: isoInstant(waits.until) }),
      },
    };
  });
}

/** Return the case and the cases into which it was merged, one after the other. */
async function casesFrom(store: Store, reference: string): Promise<string[]> {
  const cases: string[] = [];
  for (let next: string | undefined = reference; next !== undefined && !cases.includes(next); ) {
    const supportCase: Case | undefined = await store.load('case', next);
    if (!supportCase) break;
    cases.push(next);
    next = supportCase.merged?.into;
  }
  return cases;
}

async function callsOf(store: Store, cases: readonly string[], ids: Iterable<string>): Promise<string[]> {
  const about = await Promise.all(cases.map((id) => store.callsAbout(id, { limit: 100 })));
  const candidates = new Set([...ids, ...about.flatMap(({ items }) => items.map(({ id }) => id))]);
  const calls = await Promise.all([...candidates].map((id) => store.load('call', id)));
  return calls.flatMap((call) => (call ? [call.id] : []));
}

/** Read the story of a case from the store, in time order. Return undefined when the case does not exist. */
export async function storyOf(store: Store, reference: string): Promise<Story | undefined> {
  const cases = await casesFrom(store, reference);
  const commits = (await Promise.all(cases.map((id) => store.timeline('case', id)))).flat();
  const [opening] = commits;
  if (!opening) return undefined;
  const ids = commits.flatMap(({ correlationId, causationId }) => [correlationId, causationId]);
  const calls = await callsOf(store, cases, new Set(ids));
  const ofCalls = (await Promise.all(calls.map((id) => store.timeline('call', id)))).flat();
  const all = [...commits, ...ofCalls];
  const sent = await Promise.all([
    ...cases.map((id) => sentFor(store, 'case', id, all)),
    ...calls.map((id) => sentFor(store, 'call', id, all)),
  ]);
  return {
    ...{ cases, calls, correlationId: opening.correlationId },
    correlationIds: [...new Set([...all.map(({ correlationId }) => correlationId), ...calls])],
    entries: inTimeOrder([...all.flatMap(entriesOf), ...sent.flat()]),
  };
}

/** Order entries by time, and entries of one instant by what they say. */
export const inTimeOrder = (entries: readonly TraceEntry[]): TraceEntry[] =>
  entries.toSorted(
    (one, other) => one.at.localeCompare(other.at) || WHATS.indexOf(one.what) - WHATS.indexOf(other.what),
  );
