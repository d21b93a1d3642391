import type { Language } from '#events/vocabulary.ts';
import type { Call } from './call.ts';
import type { CallAnswerValues, CallFacts } from './call-facts.ts';
import { defined } from './join.ts';
import type { LegFacts } from './leg-facts.ts';
import { isCallback, isTransfer, type Leg, legsOf } from './legs.ts';
import type { CallLine } from './line.ts';

/**
 * How a call went. `served`: an agent spoke to the caller, also when calling back. `message`: left a spoken
 * message instead. `callback`: is still to be called back, or could not be reached. `abandoned`: left while
 * waiting. `machine`: never asked for a person.
 */
export type CallOutcome = 'served' | 'message' | 'callback' | 'abandoned' | 'machine';

/** What all that was told of a call comes to. */
export interface Summary {
  readonly legs: readonly Leg[];
  readonly direction: 'in' | 'out';
  readonly initiationMethod: string;
  readonly startedAt: number;
  /** When its last leg ended; absent while one goes on. */
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
  /** Time in queues on the line, up to the first answer; absent while waiting or never queued. */
  readonly waitMs?: number;
  /** Whether an agent answered while the caller held the line. */
  readonly answeredOnLine: boolean;
  readonly talkMs: number;
  readonly holds: number;
  readonly holdMs: number;
  readonly afterWorkMs: number;
  readonly transfers: number;
  /** Nothing more will be told. */
  readonly complete: boolean;
}

type Known = Pick<
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

/** What a call of the first releases told, which kept no sources apart. */
const toldOfOld = (call: Call): CallFacts => {
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
    said: language === undefined ? {} : { language: { rank: 0, at, value: language } },
    cases: caseRef === undefined ? [] : [{ at, ref: caseRef }],
    legs: { [id]: { event: leg } },
  };
};

export const toldOf = (call: Call): CallFacts => call.told ?? toldOfOld(call);

const sum = (legs: readonly Leg[], of: (leg: Leg) => number | undefined): number =>
  legs.reduce((all, leg) => all + (of(leg) ?? 0), 0);

/** An agent is connected before the person called back is: what the line said tells whether somebody answered. */
const isReached = ({ answeredAt, connectedAt, reason }: Leg): boolean =>
  answeredAt !== undefined && (connectedAt !== undefined || !reason?.startsWith('TELECOM_'));

const endOf = (legs: readonly Leg[]): Leg | undefined => {
  if (legs.length === 0 || legs.some(({ endedAt }) => endedAt === undefined)) return undefined;
  return legs.reduce((last, leg) => ((leg.endedAt ?? 0) >= (last.endedAt ?? 0) ? leg : last));
};

const OUT: ReadonlySet<string> = new Set(['OUTBOUND', 'API']);

/** How the caller came to an agent: by holding the line, by being called back, or not. */
interface Progress {
  readonly callbacks: readonly Leg[];
  /** The first leg that waited in a queue. */
  readonly queued: Leg | undefined;
  /** The first that an agent answered, on the line or calling back. */
  readonly onLine: Leg | undefined;
  readonly calledBack: Leg | undefined;
  /** Time in queues on the line; undefined while the caller waits. */
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
  said: CallAnswerValues,
  callback: Summary['callback'],
): CallOutcome {
  if (onLine ?? calledBack) return 'served';
  if (said.message) return 'message';
  if (callback) return 'callback';
  return queued ? 'abandoned' : 'machine';
}

/** The view of a call: a pure function of what was told, so the same for the same tellings. */
export function summaryOf(id: string, { heardAt, said, cases, ...told }: CallFacts): Summary {
  const legs = legsOf(told);
  const [earliest] = legs;
  const first = legs.find(({ contactId }) => contactId === id) ?? earliest;
  const progress = progressOf(legs);
  const served = progress.onLine ?? progress.calledBack;
  const callback = callbackOf(progress, said);
  const end = endOf(legs);
  const isPromised = said.callback !== undefined && progress.callbacks.length === 0;
  const initiationMethod = first?.initiationMethod ?? 'INBOUND';
  return {
    legs,
    direction: OUT.has(initiationMethod) ? 'out' : 'in',
    initiationMethod,
    startedAt: first?.startedAt ?? earliest?.startedAt ?? heardAt,
    outcome: outcomeOf(progress, said, callback),
    line: said.line?.value ?? 'general',
    caseRefs: cases.map(({ ref }) => ref),
    message: said.message !== undefined,
    answeredOnLine: progress.onLine !== undefined,
    talkMs: sum(legs, ({ talkMs }) => talkMs),
    holds: sum(legs, ({ holds }) => holds),
    holdMs: sum(legs, ({ holdMs }) => holdMs),
    afterWorkMs: sum(legs, ({ afterWorkMs }) => afterWorkMs),
    transfers: legs.filter(isTransfer).length,
    complete: legs.every((leg) => leg.complete) && !isPromised,
    ...defined<Known>({
      endedAt: end?.endedAt,
      reason: end?.reason,
      language: said.language?.value,
      recording: said.recording?.value,
      callback,
      queuedAt: progress.queued?.queuedAt,
      answeredAt: served?.answeredAt,
      agent: served?.agent,
      waitMs: progress.waitMs,
    }),
  };
}

/** The view of a stored call. */
export const viewOf = (call: Call): Summary => summaryOf(call.id, toldOf(call));
