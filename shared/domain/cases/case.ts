import type { DataOf } from '#events/registry.ts';
import type {
  Actor,
  CaseStatus,
  CaseType,
  Channel,
  ClosingReason,
  FormOfAddress,
  Language,
  Priority,
  Relation,
  Segment,
  SurveyChannel,
} from '#events/vocabulary.ts';
import type { Settled } from '#shared/domain/sla/settled.ts';
import type { FollowUpPlan } from '../investors/plan.ts';
import type { Place } from '../places/place.ts';
import type { PeriodExtension } from './period-extension.ts';
import type { Reference } from './reference.ts';
import type { Confirmation, Resolution } from './resolution.ts';

/** The person who contacted the centre, as recorded in this case. */
export interface Beneficiary {
  /** Pseudonym derived from the address or number. Safe in events and keys. */
  readonly id: string;
  readonly name?: string;
  /** How they are addressed. Staff set it; without it, texts are neutral. */
  readonly formOfAddress?: FormOfAddress;
  readonly email?: string;
  /**
   * The address at which the newest mail asks for the answer (Reply-To), when it is another one. Nothing proves whose
   * it is: only what an agent writes is sent there.
   */
  readonly answerTo?: string;
  /** E.164. */
  readonly phone?: string;
  /** True when DMARC authenticated the mail address. A caller's number is never proof of identity. */
  readonly authenticated: boolean;
  /**
   * Set when the mail address permanently rejected our mail, its owner complained, or no mail can be written to it.
   * Nothing more is sent to it.
   */
  readonly failing?: true;
}

/** The addresses at which a beneficiary can be answered, the usual one first. */
export const answerAddresses = ({ answerTo, email }: Beneficiary): readonly string[] =>
  [answerTo, email].filter((one) => one !== undefined);

/**
 * Facts that the service-level clocks need, in the order of recording. Contacts and answers carry the time at
 * which they happened; changes of status never go back in time.
 */
export type ClockFact =
  | { readonly at: number; readonly type: 'opened' }
  | { readonly at: number; readonly type: 'beneficiary-contact' | 'agent-contact' | 'reopened' }
  | { readonly at: number; readonly type: 'status'; readonly status: CaseStatus }
  /** Classification, priority or settings changed: recompute the deadlines from their original starts. */
  | { readonly at: number; readonly type: 'terms' }
  | { readonly at: number; readonly type: 'promised'; readonly dueAt: number }
  | { readonly at: number; readonly type: 'promise-withdrawn' }
  | { readonly at: number; readonly type: 'asked'; readonly request: string; readonly dueAt?: number }
  | { readonly at: number; readonly type: 'answered' | 'request-withdrawn'; readonly request: string }
  | {
      readonly at: number;
      readonly type: 'absorbed';
      readonly source: string;
      /** Working milliseconds that remained on the clocks of the merged case. */
      readonly remaining: { readonly firstResponse?: number; readonly resolution?: number };
    }
  | { readonly at: number; readonly type: 'released'; readonly source: string }
  /** The resolution may take longer, in plain milliseconds. */
  | { readonly at: number; readonly type: 'extended'; readonly plainMs: number }
  /** The facts before this instant of a long case are replaced by their results. */
  | ({ readonly at: number; readonly type: 'settled' } & Settled);

/** Wrong codes of callers on one local day. */
interface FailedChecks {
  readonly day: string;
  /** By the pseudonymous id of the caller, and `hidden` for all withheld numbers together. */
  readonly counts: Readonly<Record<string, number>>;
}

/** An open promise to the beneficiary, such as "We will call you by Thursday noon". */
interface FollowUpPromise {
  readonly at: number;
  readonly dueAt: number;
  readonly by: Actor;
}

/** A department asks for a later due time. The message has its reason. */
interface AskedTime {
  readonly at: number;
  readonly until: number;
  readonly message: string;
  readonly state: 'asked' | 'granted' | 'refused';
}

/** A question to a department about this case. It ends when it is answered, withdrawn or passed on. */
export interface DepartmentRequest {
  /** `r1`, `r2` …, unique in the case. */
  readonly id: string;
  readonly department: string;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly by: Actor;
  /** Id of the message with the question. Missing when the case itself is the question. */
  readonly message?: string;
  /** The due time that the department was given first, when it got more time since. */
  readonly firstDueAt?: number;
  /** The newest wish of the department for more time. */
  readonly time?: AskedTime;
  /** The request of the department that passed the question on to this one. */
  readonly passedFrom?: string;
  /** How often the department wrote after the end. */
  readonly words?: number;
  readonly ended?: {
    readonly at: number;
    readonly how: 'answered' | 'withdrawn' | 'passed-on';
    readonly by: Actor;
    /** Id of the message with the answer, or with the reason for passing it on. */
    readonly message?: string;
    /** The request that replaces one that was passed on. */
    readonly to?: string;
  };
}

/** A body outside the municipality's departments that holds the matter: 940, Balady, another agency. */
export interface OutsideHolding {
  /** `h1`, `h2` …, unique in the case. */
  readonly id: string;
  /** Name of the body. Empty when it was not recorded. */
  readonly holder: string;
  /** The reference of the matter there. */
  readonly number?: string;
  readonly since: number;
  /** When the centre asks that body again. */
  readonly until: number;
  readonly by: Actor;
  readonly ended?: { readonly at: number; readonly by: Actor };
}

/** A reply that may still be undone. It is sent when its time comes, or before the case ends. */
export interface HeldReply {
  /** Id of the message with its text and files. */
  readonly message: string;
  /** The version of the case that holds it first. */
  readonly since: number;
  /** When the agent sent it. The clocks are judged by this time. */
  readonly at: number;
  /** Until then it is not sent. */
  readonly until: number;
  readonly by: Actor;
  readonly thenStatus?: CaseStatus;
  readonly alsoMerged?: true;
  /** The words about the outcome, for a reply that also resolves the case. */
  readonly outcome?: string;
}

/** A link to another case. */
export interface CaseLink {
  readonly to: string;
  readonly as: Relation;
  readonly at: number;
}

/** An acknowledgement that was not sent, because a limit was reached. */
export interface WithheldAcknowledgement {
  readonly reason: DataOf<'rida.acknowledgement.withheld.v1'>['reason'];
  /** When it is sent, unless the case is answered before. Missing when it is not sent at all. */
  readonly until?: number;
}

/** The survey about the newest resolution. */
type Survey =
  | { readonly state: 'planned'; readonly at: number }
  | { readonly state: 'suppressed'; readonly reason: string }
  | {
      readonly state: 'invited';
      readonly invitation: string;
      readonly at: number;
      readonly expiresAt: number;
      /** The version of the questions. Missing before there were several. */
      readonly definition?: string;
      readonly channel?: SurveyChannel;
    }
  | {
      readonly state: 'answered';
      readonly invitation: string;
      /** When it was answered first. A correction keeps it. */
      readonly at: number;
      readonly score: number;
      /** The first score, after a correction. */
      readonly first?: number;
      /** How often it was corrected. */
      readonly changes?: number;
      readonly finished: boolean;
      readonly ease?: number;
      /** Codes of the reasons of its definition. */
      readonly reasons?: readonly string[];
      readonly comment?: string;
      readonly language: Language;
    };

/**
 * The state of a case, computed from its commits. `version` counts the commits. `causes` lists the newest
 * causes in the store's short form. They detect concurrent writers and repeated deliveries.
 */
export interface Case {
  readonly id: Reference;
  readonly version: number;
  readonly causes: readonly string[];
  /** Id of the mail or call that opened the case. All commits of the case carry it. */
  readonly correlationId: string;
  readonly type: CaseType;
  readonly category: string;
  readonly department: string;
  readonly subject: string;
  readonly beneficiary: Beneficiary;
  /** Where the matter is. */
  readonly place?: Place;
  /** Id of the e-service that it is about. */
  readonly service?: string;
  /** The service was recognised in a text, and no user has confirmed it. */
  readonly serviceGuessed?: true;
  readonly segment: Segment;
  readonly channel: Channel;
  readonly language: Language;
  /** Language of the first message (BCP 47), when it is neither of the centre's. Answers are in both then. */
  readonly writtenIn?: string;
  readonly priority: Priority;
  readonly status: CaseStatus;
  readonly assignee?: string;
  /** A person returned the case to its queue: no rule assigns it. */
  readonly byHand?: true;
  readonly openedAt: number;
  readonly generation: number;
  readonly facts: readonly ClockFact[];
  /** Keys of the escalation tiers that have already acted. */
  readonly fired: readonly string[];
  readonly level: number;
  /** When it was escalated first. Kept when the breach is retracted, because staff were told. */
  readonly escalatedAt?: number;
  /** Message-ID of the beneficiary's newest mail, for the `In-Reply-To` header of a reply. */
  readonly lastMessageId?: string;
  readonly resolution?: Resolution;
  readonly closing?: { readonly at: number; readonly reason: ClosingReason; readonly duplicateOf?: string };
  readonly survey?: Survey;
  readonly confirmation?: Confirmation;
  readonly withheldAcknowledgement?: WithheldAcknowledgement;
  readonly related?: string;
  /** Why the mail that opened this case could not be read or was quarantined. */
  readonly quarantine?: string;
  /** The kind of automatic sender, when the first message was automatic. */
  readonly automatic?: string;
  /** User names of the staff who are notified of changes. */
  readonly watchers?: readonly string[];
  readonly heldReply?: HeldReply;
  readonly promise?: FollowUpPromise;
  readonly requests?: readonly DepartmentRequest[];
  readonly outside?: readonly OutsideHolding[];
  readonly extension?: PeriodExtension;
  /** The plan by which an investor is kept company. */
  readonly plan?: FollowUpPlan;
  readonly links?: readonly CaseLink[];
  /**
   * Set while the case is merged into another. `status` is the status before the merge, for `unmerge`. `commit` is
   * the version of the commit that merged it, which says what the case owed.
   */
  readonly merged?: {
    readonly into: string;
    readonly at: number;
    readonly status: CaseStatus;
    readonly commit?: number;
  };
  /** The cases into which it was merged before, the latest last. */
  readonly mergedBefore?: readonly string[];
  /** Set after personal data was erased. Only data for the figures remains. */
  readonly erased?: { readonly at: number; readonly because: 'request' | 'age' };
  /** Number of failed identity checks on the telephone on one day. */
  readonly failedChecks?: FailedChecks;
  /** The nearest deadline that runs, epoch milliseconds. Missing while none does. */
  readonly deadlineAt?: number;
  /** When the newest words of the beneficiary or of a department were recorded, epoch milliseconds. */
  readonly heardAt?: number;
  /** When the sweep must next look at this case, epoch milliseconds. Missing when nothing can come due. */
  readonly nextDueAt?: number;
}

export const isActive = (status: CaseStatus): boolean => status !== 'resolved' && status !== 'closed';
