import type {
  Actor,
  AttemptOutcome,
  CallAnswers,
  CallPurpose,
  Disposition,
  Language,
} from '#events/vocabulary.ts';

/** What the flow and its questions told of one attempt. Facts only ever come to it, in any order. */
export interface Said {
  /** Somebody, or something, took the call. */
  readonly answered?: true;
  /** A machine took it. */
  readonly machine?: true;
  /** Nobody pressed a key, however often it was asked. */
  readonly silent?: true;
  /** They do not want to answer, now or ever. */
  readonly refused?: true;
  readonly never?: true;
  readonly wrongNumber?: true;
  readonly notUser?: true;
  /** When they asked to be called instead. */
  readonly later?: number;
  readonly answers?: CallAnswers;
  /** Every question was asked. */
  readonly done?: true;
  /** They spoke a remark after the tone. */
  readonly remark?: true;
  /** They asked for, and were sent to, an agent. */
  readonly agent?: true;
  /** The case that was registered in the call. */
  readonly registered?: string;
}

/** How the telephone system says an attempt ended. */
export interface Ended {
  readonly at: number;
  /** Its disconnect reason. */
  readonly reason?: string;
  /** Its answering machine detection status. */
  readonly machine?: string;
  /** Whether the other end answered at all, as far as it knows. */
  readonly connected?: true;
}

/** One time that somebody was called. */
export interface Attempt {
  readonly n: number;
  readonly contactId?: string;
  readonly dialledAt: number;
  readonly said: Said;
  readonly ended?: Ended;
}

export type CallOutState =
  /** Waits for its time. */
  | { readonly is: 'planned'; readonly at: number }
  /** Handed to who dials. */
  | { readonly is: 'due'; readonly attempt: number }
  | { readonly is: 'dialling'; readonly attempt: number }
  | { readonly is: 'answered'; readonly attempt: number }
  | { readonly is: 'finished'; readonly disposition: Disposition; readonly at: number };

/** The e-service somebody used, which they are asked about. */
export interface UsedService {
  readonly name: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Somebody the centre is to call, why, and what came of it. */
export interface CallOut {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly purpose: CallPurpose;
  readonly beneficiaryId: string;
  /** E.164; gone when nothing personal is left. */
  readonly phone?: string;
  readonly language: Language;
  readonly plannedAt: number;
  readonly by: Actor;
  /** Not called before this. */
  readonly notBefore: number;
  readonly service?: UsedService;
  /** The case it is about. */
  readonly caseRef?: string;
  /** The list it was planned with. */
  readonly list?: string;
  readonly attempts: readonly Attempt[];
  /** The attempt that was handed to who dials, and when. */
  readonly handed?: { readonly n: number; readonly at: number };
  /** Ended by the centre, whatever the attempts say. */
  readonly closed?: { readonly disposition: Disposition; readonly at: number };
  readonly state: CallOutState;
  readonly erasedAt?: number;
  readonly nextDueAt?: number;
}

/** An attempt's end as it is told, and as figures count it. */
export interface Concluded {
  readonly attempt: Attempt;
  readonly outcome: AttemptOutcome;
}
