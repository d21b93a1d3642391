import type { ObstacleKind } from '#events/investor-vocabulary.ts';
import type { DataOf } from '#events/registry.ts';
import type {
  Actor,
  CaseStatus,
  CaseType,
  Channel,
  ClockName,
  ClosingReason,
  ContactMeans,
  Language,
  MailFailure,
  Priority,
  Relation,
  ResolutionOutcome,
  Segment,
} from '#events/vocabulary.ts';
import type { Procedure } from '../investors/plan.ts';
import type { Place } from '../places/place.ts';
import type { AnswerCommand } from './answer-command.ts';
import type { Case, HeldReply, WithheldAcknowledgement } from './case.ts';
import type { Correction } from './correction.ts';

/** A command to a case, from a person or from the timer. */
export type CaseCommand =
  | (Pick<
      Case,
      | 'id'
      | 'type'
      | 'category'
      | 'department'
      | 'subject'
      | 'beneficiary'
      | 'place'
      | 'service'
      | 'serviceGuessed'
      | 'segment'
      | 'channel'
      | 'language'
      | 'writtenIn'
      | 'priority'
      | 'related'
      | 'automatic'
      | 'lastMessageId'
    > & {
      readonly do: 'open';
      /** Staff took down the mail address in person, so that the acknowledgement may be sent to it. */
      readonly acknowledge?: true;
      readonly quarantine?: { readonly reason: string; readonly rawKey: string };
    })
  | {
      readonly do: 'receive';
      readonly channel: Channel;
      readonly automatic?: string;
      /** The message asks for nothing. It does not reopen a case. */
      readonly thanks?: true;
      readonly lastMessageId?: string;
      /** Where the beneficiary asks to be answered from now on; null at the address of the mail. */
      readonly answerTo?: string | null;
      /** The place that the message names. It fills in what the case does not have. */
      readonly place?: Place;
      /** The service that the message is about, as far as its words say. */
      readonly service?: string;
    }
  | {
      readonly do: 'reply';
      readonly by: Actor;
      readonly thenStatus?: CaseStatus;
      /** Send the reply also to the beneficiaries whose cases were merged into this one. */
      readonly alsoMerged?: true;
    }
  /** A reply that may be undone for some seconds. The message with the cause's id holds its text. */
  | ({ readonly do: 'hold-reply' } & Pick<HeldReply, 'by' | 'thenStatus' | 'alsoMerged' | 'outcome'>)
  | { readonly do: 'undo-reply'; readonly message: string; readonly by: Actor }
  | { readonly do: 'note'; readonly by: Actor }
  /** A mail from Rida failed. `permanent` means that the address rejects later mail too. */
  | {
      readonly do: 'mail-failed';
      readonly message?: string;
      readonly to: string;
      readonly reason: MailFailure;
      readonly permanent: boolean;
      readonly status?: string;
      /** Reported by a mail, and not by the provider. */
      readonly byMail?: true;
      /** The mail belonged to another case with the same address. */
      readonly elsewhere?: true;
      /** When the mail was sent, if it told how the case ended. */
      readonly outcomeSentAt?: number;
    }
  /**
   * The mail about the end of the case was not put: its failure was reported before its sending was stored, or the
   * address had failed before it was sent.
   */
  | { readonly do: 'return-outcome'; readonly sentAt: number }
  | ({ readonly do: 'withhold-acknowledgement' } & WithheldAcknowledgement)
  | {
      readonly do: 'assign';
      readonly to: string;
      readonly by: Actor;
      readonly because?: 'rule' | 'absence' | 'hand-over';
      /** The assignee the case must still have. */
      readonly from?: string;
    }
  | {
      readonly do: 'unassign';
      readonly by: Actor;
      readonly because: 'staff' | 'absence' | 'removal' | 'hand-over';
      /** The assignee the case must still have. */
      readonly from?: string;
    }
  | {
      readonly do: 'reclassify';
      readonly to: {
        readonly type?: CaseType;
        readonly category?: string;
        readonly department?: string;
        readonly priority?: Priority;
        readonly segment?: Segment;
        readonly language?: Language;
      };
      readonly by: Actor;
    }
  /** Correct facts by hand. When `says` is true, the message with the cause's id holds the old and new texts. */
  | { readonly do: 'correct'; readonly to: Correction; readonly says: boolean; readonly by: Actor }
  /**
   * The beneficiary was reached by phone, a visit or a message. The text is the message with the cause's id.
   */
  | { readonly do: 'log-contact'; readonly means: ContactMeans; readonly by: Actor }
  /** A voice message of a call. `isNews` is true unless the same call opened the case. */
  | {
      readonly do: 'attach-recording';
      readonly contactId: string;
      readonly isNews: boolean;
      /** True for a remark of a caller who has not proven to be the beneficiary. It changes nothing else. */
      readonly unproven?: boolean;
    }
  | { readonly do: 'promise'; readonly dueAt: number; readonly by: Actor }
  | { readonly do: 'withdraw-promise'; readonly by: Actor }
  /**
   * When `asks` is true, the message with the cause's id holds the question. Without `dueAt` the policy sets
   * the due time.
   */
  | {
      readonly do: 'ask-department';
      readonly department: string;
      readonly dueAt?: number;
      readonly asks: boolean;
      readonly by: Actor;
    }
  | { readonly do: 'answer-request'; readonly request: string; readonly says: boolean; readonly by: Actor }
  | { readonly do: 'withdraw-request'; readonly request: string; readonly by: Actor }
  /**
   * A department wrote: the message with the cause's id. It answers an open request, or is added to the case.
   */
  | {
      readonly do: 'hear-department';
      readonly department: string;
      /** The request that the words name. Without it the only open one is meant. */
      readonly request?: string;
      /** Nothing proves the sender. The words end no request. */
      readonly unproven?: true;
      readonly by: Actor;
    }
  /** A department asks for more time. The message with the cause's id holds the reason. */
  | { readonly do: 'ask-time'; readonly request: string; readonly until: number; readonly by: Actor }
  | {
      readonly do: 'decide-time';
      readonly request: string;
      /** The wish that is decided. A newer one replaces it. */
      readonly until: number;
      readonly granted: boolean;
      readonly by: Actor;
    }
  /** A department passes its question on. The message with the cause's id holds the reason. */
  | { readonly do: 'pass-on'; readonly request: string; readonly to: string; readonly by: Actor }
  /** An outside body holds the matter. Without `dueAt` the settings name the time to ask again. */
  | {
      readonly do: 'hand-over';
      readonly holder: string;
      /** The reference of the matter there. */
      readonly number?: string;
      readonly dueAt?: number;
      readonly by: Actor;
    }
  /**
   * Extend the period of a request about personal data by the days of the law. The message with the cause's id has the
   * reason in words, which the person is told.
   */
  | {
      readonly do: 'extend-period';
      readonly because: DataOf<'rida.case.extended.v1'>['because'];
      /** How staff have told the person. Needed when no mail can. */
      readonly informedBy?: ContactMeans;
      readonly by: Actor;
    }
  /** Keep an investor company until all procedures have ended. A plan that ended is continued. */
  | { readonly do: 'start-plan'; readonly by: Actor }
  | ({ readonly do: 'add-procedure'; readonly by: Actor } & Pick<
      Procedure,
      'kind' | 'department' | 'dueAt' | 'number'
    >)
  | {
      readonly do: 'change-procedure';
      readonly procedure: string;
      readonly to: Partial<Pick<Procedure, 'state' | 'department' | 'dueAt'>>;
      readonly by: Actor;
    }
  | {
      readonly do: 'meet-obstacle';
      readonly procedure: string;
      readonly kind: ObstacleKind;
      readonly by: Actor;
    }
  | { readonly do: 'clear-obstacle'; readonly obstacle: string; readonly by: Actor }
  /** Another officer takes the plan over. The message with the cause's id has the words for them. */
  | { readonly do: 'hand-over-plan'; readonly to: string; readonly by: Actor }
  /** The investor was reached, and said whether the matter is finished when they were asked. */
  | {
      readonly do: 'hear-investor';
      readonly finished?: boolean;
      readonly means: 'staff' | 'call';
      readonly by: Actor;
    }
  | { readonly do: 'end-plan'; readonly by: Actor }
  | { readonly do: 'take-back'; readonly holding: string; readonly by: Actor }
  /** Applied to the case that ends. The target absorbs it when the event arrives. */
  | { readonly do: 'merge'; readonly into: string; readonly by: Actor }
  | { readonly do: 'unmerge'; readonly by: Actor }
  | {
      readonly do: 'absorb';
      readonly source: string;
      readonly remaining: { readonly firstResponse?: number; readonly resolution?: number };
      readonly promisedFor?: number;
      readonly owedSince?: number;
      readonly by: Actor;
    }
  | { readonly do: 'release'; readonly source: string; readonly by: Actor }
  | { readonly do: 'link' | 'unlink'; readonly to: string; readonly as: Relation; readonly by: Actor }
  | {
      readonly do: 'split';
      readonly message: string;
      readonly type: CaseType;
      readonly category: string;
      readonly department: string;
      readonly priority: Priority;
      readonly by: Actor;
    }
  | { readonly do: 'watch' | 'unwatch'; readonly user: string; readonly by: Actor }
  /** Apply new settings: set the timer again and publish the deadlines that moved. */
  | {
      readonly do: 'retime';
      /** Version of the settings in force. */
      readonly settings: number;
      /** The deadlines under the previous settings, epoch milliseconds. */
      readonly before: Partial<Record<ClockName, number>>;
    }
  | {
      readonly do: 'erase';
      readonly because: 'request' | 'age';
      readonly by: Actor;
      /** Erase an erased case again, because data about it arrived later. */
      readonly again?: true;
    }
  | { readonly do: 'set-status'; readonly to: CaseStatus; readonly by: Actor }
  | {
      readonly do: 'resolve';
      readonly as: ResolutionOutcome;
      /** The words of the agent to the beneficiary. */
      readonly outcome: string;
      readonly by: Actor;
    }
  | { readonly do: 'reopen'; readonly by: Actor }
  /** Start the clocks of a case that a verdict closed, or of a newsletter that is a real matter. */
  | { readonly do: 'restore'; readonly by: Actor; readonly bySupervisor: boolean }
  | {
      readonly do: 'close';
      readonly reason: ClosingReason;
      readonly by: Actor;
      readonly duplicateOf?: string;
    }
  | AnswerCommand
  /** A caller who asked about the case failed the identity check. */
  | { readonly do: 'fail-check'; readonly day: string; readonly caller: string }
  | { readonly do: 'tick' };
