import type { CallStatus, Expectation, Outcome } from '#shared/flow/interpreter.ts';
import type { PhoneLeg } from './leg.ts';
import type { Recorder, RecordingView } from './recorder.ts';
import type { Ring, RingPurpose } from './ring.ts';
import type { Transcript, TranscriptLine } from './transcript.ts';

type LineState = CallStatus['state'] | 'expected' | 'ringing' | 'on-hold';

/** A call as its pages show it. */
export interface CallView {
  readonly id: string;
  /** The active contact. It changes with a transfer. */
  readonly contactId: string;
  readonly caller?: string;
  readonly called?: string;
  /** `expected`: a callback that is not due yet. */
  readonly state: LineState;
  readonly outcome?: Outcome;
  readonly ringing?: RingPurpose;
  readonly lines: readonly TranscriptLine[];
  /** The number of dropped lines before these, and the index of the next line. */
  readonly dropped: number;
  readonly next: number;
  readonly expects?: Expectation;
  /** The case that the call registered or asked about. */
  readonly reference?: string;
  readonly language?: string;
  readonly line?: string;
  readonly queue?: string;
  /** The position in the queue, from 1. */
  readonly place?: number;
  readonly agent?: string;
  readonly recording?: RecordingView;
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** The part of a line that its pages need. */
export interface ShownLine {
  readonly id: string;
  readonly caller: string | undefined;
  readonly startedAt: number;
  readonly leg: PhoneLeg;
  readonly status: CallStatus | undefined;
  readonly ringing: Ring | undefined;
  readonly isQueued: boolean;
  readonly isHeld: boolean;
  readonly transcript: Transcript;
  readonly recorder: Recorder;
}

function stateOf(line: ShownLine): LineState {
  if (line.leg.isOver) return 'ended';
  if (line.ringing) return 'ringing';
  if (line.leg.contact.method === 'CALLBACK' && line.leg.contact.connectedAt === undefined) return 'expected';
  if (line.status?.state === 'with-agent' && line.isHeld) return 'on-hold';
  return line.status?.state ?? 'waiting-for-input';
}

const given = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** Return the data of a call for its pages. */
export function callViewOf(line: ShownLine, place: number | undefined): CallView {
  const { leg, status, transcript, recorder } = line;
  const { contact } = leg;
  const { caseRef, language, line: called } = contact.attributes;
  return {
    id: line.id,
    contactId: leg.id,
    state: stateOf(line),
    lines: transcript.lines,
    dropped: transcript.dropped,
    next: transcript.next,
    startedAt: line.startedAt,
    ...given({
      caller: line.caller,
      called: contact.system,
      outcome: status?.outcome,
      ringing: line.ringing?.why,
      expects: status?.expects,
      reference: caseRef === '-' ? undefined : caseRef,
      language,
      line: called,
      queue: line.isQueued ? contact.queue?.name : undefined,
      place,
      agent: contact.agent?.user,
      recording: recorder.view,
      endedAt: contact.endedAt,
    }),
  };
}
