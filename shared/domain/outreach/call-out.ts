import type { Actor, CallAnswers, CallPurpose, Disposition, Language } from '#events/vocabulary.ts';
import type { Lease } from './week/lease.ts';
import type { WeekPlace } from './week/week.ts';

/** Reports of the flow about one attempt. Reports are only added, in any order. */
export interface AttemptReport {
  /** A person or machine took the call. */
  readonly answered?: true;
  /** A machine took it. */
  readonly machine?: true;
  /** No key was pressed, even after repeated prompts. */
  readonly silent?: true;
  /** The person declined to answer, now or permanently. */
  readonly refused?: true;
  readonly never?: true;
  readonly wrongNumber?: true;
  readonly notUser?: true;
  /** The person speaks no language of the centre. */
  readonly language?: true;
  /** When the person asked to be called instead, epoch milliseconds. */
  readonly later?: number;
  readonly answers?: CallAnswers;
  /** Every question was asked. */
  readonly done?: true;
  /** The person spoke a remark after the tone. */
  readonly remark?: true;
  /** The person asked for an agent and was transferred. */
  readonly agent?: true;
  /** Reference of the case that was registered in the call. */
  readonly registered?: string;
}

/** The end of an attempt as the telephone system reports it. */
export interface Ended {
  readonly at: number;
  /** Connect's disconnect reason. */
  readonly reason?: string;
  /** Connect's answering machine detection status. */
  readonly machine?: string;
  /** Set when the telephone system reports that the called person was connected. */
  readonly connected?: true;
}

/** One attempt to call. */
export interface Attempt {
  readonly number: number;
  readonly contactId?: string;
  /** The agent who called, if not Rida itself. */
  readonly by?: string;
  readonly dialledAt: number;
  readonly report: AttemptReport;
  readonly ended?: Ended;
}

export type CallOutState =
  /** Drawn for a week, and not released yet. */
  | { readonly is: 'held' }
  /** Waits for its time. */
  | { readonly is: 'planned'; readonly at: number }
  /** Handed to the dialler. */
  | { readonly is: 'due'; readonly attempt: number }
  | { readonly is: 'dialling'; readonly attempt: number }
  | { readonly is: 'answered'; readonly attempt: number }
  | { readonly is: 'finished'; readonly disposition: Disposition; readonly at: number };

/** The e-service that the person used and is asked about. */
export interface UsedService {
  /** Id in the catalogue of services. Missing for a name that is not in it. */
  readonly id?: string;
  readonly name: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly on: string;
}

/** A planned outgoing call: person, purpose, attempts and result. */
export interface CallOut {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly purpose: CallPurpose;
  readonly beneficiaryId: string;
  /** E.164. Missing after personal data was erased. */
  readonly phone?: string;
  readonly language: Language;
  readonly plannedAt: number;
  readonly by: Actor;
  /** Earliest time of the next attempt, epoch milliseconds. */
  readonly notBefore: number;
  readonly service?: UsedService;
  /** Reference of the case it is about. */
  readonly caseRef?: string;
  /** Id of the question about the resolution that it asks. */
  readonly question?: string;
  /** Id of the list it was planned with. */
  readonly list?: string;
  /** Its place in a week of the evaluation programme. */
  readonly week?: WeekPlace;
  /** Set while its replicate is not released. */
  readonly held?: true;
  /** The agent who calls the person now. */
  readonly lease?: Lease;
  readonly attempts: readonly Attempt[];
  /** The attempt that was handed to the dialler, and when. */
  readonly handedOver?: { readonly number: number; readonly at: number };
  /** Set when the centre ended it, regardless of the attempts. */
  readonly closed?: { readonly disposition: Disposition; readonly at: number };
  readonly state: CallOutState;
  readonly erasedAt?: number;
  readonly nextDueAt?: number;
}
