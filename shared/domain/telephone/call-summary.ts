import type { Language } from '#events/vocabulary.ts';
import type { Call } from './call.ts';
import type { CallAnswerValues, CallFacts } from './call-facts.ts';
import { defined } from './join.ts';
import type { LegFacts, Recording } from './leg-facts.ts';
import { isCallback, isLegOfCaller, isTransfer, type Leg, legsOf } from './legs.ts';
import type { CallLine } from './line.ts';

/**
 * The outcome of a call. `served`: an agent spoke to the caller, also in a callback. `message`: the caller
 * left a voice message instead. `callback`: the callback is outstanding or did not reach the caller.
 * `abandoned`: the caller left while waiting. `machine`: the caller never asked for a person.
 */
export type CallOutcome = 'served' | 'message' | 'callback' | 'abandoned' | 'machine';

/** The summary of a call, computed from all reports. */
export interface Summary {
  readonly legs: readonly Leg[];
  readonly direction: 'in' | 'out';
  readonly initiationMethod: string;
  readonly startedAt: number;
  /** When the last leg ended. Missing while one continues. */
  readonly endedAt?: number;
  readonly reason?: string;
  readonly outcome: CallOutcome;
  readonly language?: Language;
  readonly line: CallLine;
  readonly caseRefs: readonly string[];
  readonly recording?: 'on' | 'off';
  readonly message: boolean;
  readonly callback?: 'asked' | 'kept';
  readonly queuedAt?: number;
  readonly answeredAt?: number;
  readonly agent?: string;
  /**
   * Time in queues on the line until the first answer. Missing while waiting, or when the call was never
   * queued.
   */
  readonly waitMs?: number;
  /** True when an agent answered while the caller was on the line. */
  readonly answeredOnLine: boolean;
  readonly talkMs: number;
  readonly holds: number;
  readonly holdMs: number;
  readonly afterWorkMs: number;
  readonly transfers: number;
  /** True when no further report will arrive. */
  readonly complete: boolean;
}

type ReportedFacts = Pick<
  Summary,
  | 'endedAt'
  | 'reason'
  | 'language'
  | 'recording'
  | 'callback'
  | 'queuedAt'
  | 'answeredAt'
  | 'agent'
  | 'waitMs'
>;

/** Convert a call of the first releases, which stored one summary for all sources. */
const factsOfOld = (call: Call): CallFacts => {
  const { id, startedAt: at, language, caseRef, endedAt } = call;
  const leg = defined<LegFacts>({
    initiationMethod: call.initiationMethod,
    initiatedAt: at,
    queuedAt: call.queuedAt,
    answeredAt: call.answeredAt,
    agent: call.agent,
    endedAt,
    reason: call.reason,
    complete: endedAt === undefined ? undefined : true,
  });
  return {
    heardAt: at,
    answers: language === undefined ? {} : { language: { rank: 0, at, value: language } },
    cases: caseRef === undefined ? [] : [{ at, ref: caseRef }],
    legs: { [id]: { event: leg } },
  };
};

export const factsOf = (call: Call): CallFacts => call.facts ?? factsOfOld(call);

const sum = (legs: readonly Leg[], of: (leg: Leg) => number | undefined): number =>
  legs.reduce((all, leg) => all + (of(leg) ?? 0), 0);

/**
 * In a callback the agent is connected before the called person is, so the disconnect reason must show that
 * the person answered.
 */
const isReached = ({ answeredAt, connectedAt, reason }: Leg): boolean =>
  answeredAt !== undefined && (connectedAt !== undefined || !reason?.startsWith('TELECOM_'));

const endOf = (legs: readonly Leg[]): Leg | undefined => {
  if (legs.length === 0 || legs.some(({ endedAt }) => endedAt === undefined)) return undefined;
  return legs.reduce((last, leg) => ((leg.endedAt ?? 0) >= (last.endedAt ?? 0) ? leg : last));
};

const OUT: ReadonlySet<string> = new Set(['OUTBOUND', 'API']);

/** How the caller reached an agent: on the line, by a callback, or not at all. */
interface Progress {
  readonly callbacks: readonly Leg[];
  /** The first leg that waited in a queue. */
  readonly queued: Leg | undefined;
  /** The first leg that an agent answered, on the line or as a callback. */
  readonly onLine: Leg | undefined;
  readonly calledBack: Leg | undefined;
  /** Time in queues on the line. Undefined while the caller waits. */
  readonly waitMs: number | undefined;
}

function progressOf(legs: readonly Leg[]): Progress {
  const line = legs.filter((leg) => !isCallback(leg));
  const callbacks = legs.filter(isCallback);
  const onLine = line.find(({ answeredAt }) => answeredAt !== undefined);
  const waited = (onLine ? line.slice(0, line.indexOf(onLine) + 1) : line).filter(
    ({ queuedAt }) => queuedAt !== undefined,
  );
  const isOver = waited.length > 0 && waited.every(({ waitMs }) => waitMs !== undefined);
  return {
    callbacks,
    onLine,
    calledBack: callbacks.find(isReached),
    queued: line.find(({ queuedAt }) => queuedAt !== undefined),
    waitMs: isOver ? sum(waited, ({ waitMs }) => waitMs) : undefined,
  };
}

const callbackOf = (
  { callbacks, calledBack }: Progress,
  { callback }: CallAnswerValues,
): Summary['callback'] => {
  if (calledBack) return 'kept';
  return callback || callbacks.length > 0 ? 'asked' : undefined;
};

function outcomeOf(
  { onLine, calledBack, queued }: Progress,
  answers: CallAnswerValues,
  callback: Summary['callback'],
): CallOutcome {
  if (onLine ?? calledBack) return 'served';
  if (answers.message) return 'message';
  if (callback) return 'callback';
  return queued ? 'abandoned' : 'machine';
}

/** Compute the summary of a call. The function is pure: equal reports give equal summaries. */
export function summaryOf(id: string, { heardAt, answers, cases, ...legFacts }: CallFacts): Summary {
  const legs = legsOf(legFacts);
  const [earliest] = legs;
  const first = legs.find(({ contactId }) => contactId === id) ?? earliest;
  // Only contacts with the caller make a call served or add time to it.
  const ofCaller = legs.filter((leg) => isLegOfCaller(leg.initiationMethod));
  const progress = progressOf(ofCaller);
  const served = progress.onLine ?? progress.calledBack;
  const callback = callbackOf(progress, answers);
  const lasting = ofCaller.length > 0 ? ofCaller : legs;
  const end = endOf(lasting);
  const isPromised = answers.callback !== undefined && progress.callbacks.length === 0;
  const initiationMethod = first?.initiationMethod ?? 'INBOUND';
  return {
    legs,
    direction: OUT.has(initiationMethod) ? 'out' : 'in',
    initiationMethod,
    startedAt: first?.startedAt ?? earliest?.startedAt ?? heardAt,
    outcome: outcomeOf(progress, answers, callback),
    line: answers.line?.value ?? 'general',
    caseRefs: cases.map(({ ref }) => ref),
    message: answers.message !== undefined,
    answeredOnLine: progress.onLine !== undefined,
    talkMs: sum(ofCaller, ({ talkMs }) => talkMs),
    holds: sum(ofCaller, ({ holds }) => holds),
    holdMs: sum(ofCaller, ({ holdMs }) => holdMs),
    afterWorkMs: sum(ofCaller, ({ afterWorkMs }) => afterWorkMs),
    transfers: legs.filter(isTransfer).length,
    complete: lasting.every((leg) => leg.complete) && !isPromised,
    ...defined<ReportedFacts>({
      endedAt: end?.endedAt,
      reason: end?.reason,
      language: answers.language?.value,
      recording: answers.recording?.value,
      callback,
      queuedAt: progress.queued?.queuedAt,
      answeredAt: served?.answeredAt,
      agent: served?.agent,
      waitMs: progress.waitMs,
    }),
  };
}

/** Compute the summary of a stored call. */
export const callSummary = (call: Call): Summary => summaryOf(call.id, factsOf(call));

/** Return the recordings of a call in the order in which its pages number them. */
export const recordingsOf = (call: Call): readonly Recording[] =>
  callSummary(call).legs.flatMap(({ recordings }) => recordings);
