import * as z from 'zod';
import { taskKind } from './task-vocabulary.ts';

/**
 * Types of cases: ملاحظة، استفسار، بلاغ، شكوى about the centre itself, شكر, which asks for nothing, and a request of a
 * person about the data that the centre holds about them (طلب بيانات شخصية): a copy, a correction or an erasure.
 */
export const caseType = z.enum(['observation', 'inquiry', 'report', 'complaint', 'thanks', 'data-request']);
export type CaseType = z.infer<typeof caseType>;

export const segment = z.enum(['citizen', 'resident', 'contractor', 'investor', 'staff', 'unknown']);
export type Segment = z.infer<typeof segment>;

export const channel = z.enum(['mail', 'phone', 'web', 'console', 'visit', 'letter']);
export type Channel = z.infer<typeof channel>;

/** Facts of a case that are corrected by hand. */
export const correctedField = z.enum([
  'subject',
  'name',
  'formOfAddress',
  'email',
  'phone',
  'district',
  'words',
  'position',
  'service',
]);
export type CorrectedField = z.infer<typeof correctedField>;

/** How a person is addressed, where it is known. */
export const formOfAddress = z.enum(['feminine', 'masculine']);
export type FormOfAddress = z.infer<typeof formOfAddress>;

export const language = z.enum(['ar', 'en']);
export type Language = z.infer<typeof language>;

export const priority = z.enum(['urgent', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof priority>;

export const caseStatus = z.enum([
  'new',
  'open',
  'pending-beneficiary',
  'pending-department',
  'resolved',
  'closed',
]);
export type CaseStatus = z.infer<typeof caseStatus>;

export const closingReason = z.enum([
  'finished',
  'no-answer',
  'spam',
  'machine-mail',
  'duplicate',
  'withdrawn',
]);
export type ClosingReason = z.infer<typeof closingReason>;

/**
 * `followUp`: a promise to the beneficiary. `department`: an answer that a department owes. `touch`: the next contact
 * with an investor by the plan of the case.
 */
export const clockName = z.enum([
  'firstResponse',
  'nextResponse',
  'resolution',
  'followUp',
  'department',
  'touch',
]);
export type ClockName = z.infer<typeof clockName>;

/** The recipients of a notice that a deadline is near or has passed. */
export const audience = z.enum(['assignee', 'supervisor', 'department-head', 'leadership']);
export type Audience = z.infer<typeof audience>;

export type Actor = `agent:${string}` | `department:${string}` | 'beneficiary' | 'rida';

/** The actor: a member of staff by user name, a department by its id, the beneficiary, or Rida itself. */
const actorName = z.string().regex(/^(agent:.{1,128}|department:[a-z][a-z0-9-]{0,39}|beneficiary|rida)$/u);
export const actor = actorName as unknown as z.ZodType<Actor, Actor>;

/** The relation of another case to this one. */
export const relation = z.enum(['related', 'parent', 'child', 'merged-from', 'split-from', 'split-into']);
export type Relation = z.infer<typeof relation>;

/** How staff reached the beneficiary outside Rida's mail. */
export const contactMeans = z.enum(['phone', 'visit', 'message']);
export type ContactMeans = z.infer<typeof contactMeans>;

/** Why a mail failed: reported by the receiving server or its reader, or before sending. */
export const mailFailure = z.enum(['bounced', 'complained', 'rejected', 'rendering-failed']);
export type MailFailure = z.infer<typeof mailFailure>;

/** How a beneficiary's identity was verified. */
export const verificationMeans = z.enum(['nafath', 'document', 'call-back']);
export type VerificationMeans = z.infer<typeof verificationMeans>;

/**
 * How the work on a case ended: the request was carried out, the question was answered, another body took it over,
 * the municipality is not responsible, the beneficiary could not be reached, gave it up, or had asked before.
 */
export const resolutionOutcome = z.enum([
  'done',
  'answered',
  'handed-over',
  'outside-remit',
  'not-reached',
  'withdrawn',
  'duplicate',
]);
export type ResolutionOutcome = z.infer<typeof resolutionOutcome>;

/** Opt-outs of a beneficiary. */
export const preference = z.enum(['surveys', 'calls', 'updates']);
export type Preference = z.infer<typeof preference>;

/** The answer that ended a wait of a beneficiary: its clock, whether it was in time, and the working time until it. */
export const response = z.object({
  clock: z.enum(['firstResponse', 'nextResponse']),
  kept: z.boolean(),
  workingMinutes: z.int().nonnegative(),
  department: z.string(),
});

/** User names of the staff to notify: watchers, and the assignee unless they acted themselves. */
export const staffToNotify = z.array(z.string().min(1).max(128)).max(60).optional();

/** One notice about a case, with references only. */
export const notice = z.object({
  /** Id of the event. */
  event: z.string(),
  case: z.string(),
  kind: z.enum([
    'warned',
    'breached',
    'escalated',
    'retracted',
    'quarantined',
    'assigned',
    'handed-back',
    'message',
    'resolved',
    'reopened',
    'department-answered',
    'department-wrote',
    'department-asks-time',
    'department-passed-on',
    'mail-failed',
  ]),
  clock: clockName.optional(),
  level: z.int().optional(),
  dueAt: z.iso.datetime({ precision: 3 }).optional(),
  department: z.string().optional(),
  priority: priority.optional(),
  /** Code of the quarantine reason. */
  reason: z.string().max(80).optional(),
});
export type Notice = z.infer<typeof notice>;

/** The overdue work of a reader, with references only. */
export const overdueWork = z.object({
  count: z.int().positive(),
  /** The number of pieces by their least age in days, the oldest group first. A piece is in one group. */
  byAge: z.array(z.object({ days: z.int().nonnegative(), count: z.int().positive() })).max(10),
  /** The oldest pieces of work, each with the deadline that passed. */
  oldest: z
    .array(
      z.object({
        /** A reference, or the id of a task beside cases. */
        case: z.string(),
        dueAt: z.iso.datetime({ precision: 3 }),
        /** Missing for a case. */
        kind: taskKind.optional(),
      }),
    )
    .max(100),
  /** How many of the pieces are tasks beside cases. Missing for none. */
  tasks: z.int().positive().optional(),
  /** There may be more than is counted. */
  isPartial: z.literal(true).optional(),
});
export type OverdueWork = z.infer<typeof overdueWork>;

/** Purpose of an outgoing call: evaluate an e-service, accompany an investor, or follow up a case. */
export const callPurpose = z.enum(['evaluation', 'investor', 'follow-up']);
export type CallPurpose = z.infer<typeof callPurpose>;

/** Outcome of one attempt. */
export const attemptOutcome = z.enum([
  'completed',
  'partial',
  'refused',
  'opted-out',
  'callback-agreed',
  'hung-up',
  'wrong-number',
  'not-user',
  'language',
  'busy',
  'no-answer',
  'machine',
  'invalid-number',
  'not-allowed',
  'failed',
]);
export type AttemptOutcome = z.infer<typeof attemptOutcome>;

/**
 * Final disposition of an outgoing call, modelled on AAPOR's standard definitions: completed and partial
 * interviews; refusals; non-contacts (no answer, busy, machine); not eligible (wrong or invalid number, never
 * used the service); other eligible (no common language); and calls that the centre ended or could not place.
 */
export const disposition = z.enum([
  'completed',
  'partial',
  'refused',
  'opted-out',
  'no-answer',
  'busy',
  'machine',
  'wrong-number',
  'invalid-number',
  'not-user',
  'language',
  'not-allowed',
  'technical',
  'stopped',
  'joined',
  'erased',
  'own-staff',
  'test',
  'open-invitation',
  'cool-down',
  'answered',
]);
export type Disposition = z.infer<typeof disposition>;

/**
 * How a beneficiary is asked for their opinion: by the page behind a mail, at the end of a call, in a call that follows
 * up a case, in an evaluation of an e-service, or by a text message.
 */
export const surveyChannel = z.enum(['mail', 'after-call', 'follow-up', 'evaluation', 'message']);
export type SurveyChannel = z.infer<typeof surveyChannel>;

/** Why a person is not asked. A person who is not asked now, but later, has no reason. */
export const surveySuppression = z.enum([
  'erased',
  'merged',
  'quarantined',
  'spam',
  'machine',
  'thanks',
  'withdrawn',
  'duplicate',
  'not-worked',
  'reopened',
  'answered',
  'closed',
  'own-staff',
  'test',
  'no-address',
  'address-failing',
  'unauthenticated',
  'opted-out',
  'no-calls',
  'not-sampled',
  'open-invitation',
  'cool-down',
  // In events from before employees of the municipality were asked like all beneficiaries.
  'staff',
]);
export type SurveySuppression = z.infer<typeof surveySuppression>;

/** Answers by key: 1 to 5, or 1 for yes and 2 for no. */
export const callAnswers = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u), z.int().min(0).max(10));
export type CallAnswers = z.infer<typeof callAnswers>;
