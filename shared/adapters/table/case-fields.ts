import * as z from 'zod';
import { asked, notAsked } from '#events/case-resolved.v1.ts';
import { obstacleKind, planEnd, procedureKind, procedureState } from '#events/investor-vocabulary.ts';
import {
  actor,
  caseStatus,
  caseType,
  channel,
  closingReason,
  contactMeans,
  formOfAddress,
  language,
  priority,
  relation,
  resolutionOutcome,
  segment,
  surveyChannel,
} from '#events/vocabulary.ts';
import type { Case, DepartmentRequest, WithheldAcknowledgement } from '#shared/domain/cases/case.ts';
import type { PeriodExtension } from '#shared/domain/cases/period-extension.ts';
import type { ConfirmationAnswer } from '#shared/domain/cases/resolution.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { FollowUpPlan } from '#shared/domain/investors/plan.ts';
import { clockFacts } from './clock-facts.ts';
import { instant as at, flag, text, whole } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

const beneficiary = z.object({
  id: text,
  name: text.optional(),
  email: text.optional(),
  answerTo: text.optional(),
  phone: text.optional(),
  formOfAddress: formOfAddress.optional(),
  authenticated: z.boolean(),
  failing: flag.optional(),
});

const degrees = z.number();

const place = z.object({
  district: text.optional(),
  words: text.optional(),
  position: z.object({ latitude: degrees, longitude: degrees }).optional(),
  link: text.optional(),
});

const survey = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned'), at }),
  z.object({ state: z.literal('suppressed'), reason: text }),
  z.object({
    state: z.literal('invited'),
    invitation: text,
    at,
    expiresAt: at,
    definition: text.optional(),
    channel: surveyChannel.optional(),
  }),
  z.object({
    state: z.literal('answered'),
    invitation: text,
    at,
    score: whole,
    first: whole.optional(),
    changes: whole.optional(),
    finished: z.boolean(),
    ease: whole.optional(),
    reasons: z.array(text).optional(),
    comment: text.optional(),
    language,
  }),
]);

const resolution = z.object({ at, by: actor, as: resolutionOutcome.optional(), outcome: text });

const outcomeAnswer = {
  question: text,
  at,
  mode: z.enum(everyOf<ConfirmationAnswer['mode']>()(['mail', 'phone', 'message'])),
  changes: whole.optional(),
  unproven: flag.optional(),
  comment: text.optional(),
  was: resolution.optional(),
};

const confirmation = z.discriminatedUnion('state', [
  z.object({ state: z.literal('asked'), question: text, by: asked }),
  z.object({ state: z.literal('not-asked'), question: text, reason: notAsked }),
  z.object({ state: z.literal('confirmed'), ...outcomeAnswer }),
  z.object({ state: z.literal('contested'), ...outcomeAnswer }),
]);

const withheldReason = z.enum(
  everyOf<WithheldAcknowledgement['reason']>()(['address-limit', 'centre-limit', 'ping-pong']),
);

const heldReply = z.object({
  message: text,
  since: whole,
  at,
  until: at,
  by: actor,
  thenStatus: caseStatus.optional(),
  alsoMerged: flag.optional(),
  outcome: text.optional(),
});

const extension = z.object({
  at,
  from: at,
  until: at,
  because: z.enum(everyOf<PeriodExtension['because']>()(['effort', 'several-requests'])),
  message: text,
  informedBy: contactMeans.optional(),
  by: actor,
});

const request = z.object({
  id: text,
  department: text,
  askedAt: at,
  dueAt: at,
  by: actor,
  message: text.optional(),
  firstDueAt: at.optional(),
  time: z
    .object({
      ...{ at, until: at, message: text },
      state: z.enum(
        everyOf<NonNullable<DepartmentRequest['time']>['state']>()(['asked', 'granted', 'refused']),
      ),
    })
    .optional(),
  passedFrom: text.optional(),
  words: whole.optional(),
  ended: z
    .object({
      at,
      how: z.enum(
        everyOf<NonNullable<DepartmentRequest['ended']>['how']>()(['answered', 'withdrawn', 'passed-on']),
      ),
      by: actor,
      message: text.optional(),
      to: text.optional(),
    })
    .optional(),
});

const holding = z.object({
  id: text,
  holder: text,
  number: text.optional(),
  since: at,
  until: at,
  by: actor,
  ended: z.object({ at, by: actor }).optional(),
});

const plannedTouch = { number: whole, from: at, dueAt: at };
const keptAndLate = z.object({ kept: whole, late: whole });

const plan = z.object({
  state: z.enum(everyOf<FollowUpPlan['state']>()(['running', 'closing', 'ended'])),
  startedAt: at,
  by: actor,
  procedures: z.array(
    z.object({
      ...{ id: text, kind: procedureKind, department: text, dueAt: at, state: procedureState, since: at },
      ...{ number: text.optional(), endedAt: at.optional() },
    }),
  ),
  obstacles: z.array(
    z.object({
      ...{ id: text, procedure: text, kind: obstacleKind, since: at, by: actor },
      clearedAt: at.optional(),
    }),
  ),
  numbered: whole,
  next: z.object(plannedTouch).optional(),
  last: z.object({ ...plannedTouch, at }).optional(),
  touches: keptAndLate,
  promises: keptAndLate,
  handOvers: z.array(z.object({ at, from: text.optional(), to: text, message: text })),
  closings: whole,
  ended: z.object({ at, how: planEnd, by: actor }).optional(),
});

/** Storage format of a case. */
export const caseFields: FieldsOf<Case, 'id' | 'version' | 'causes'> = {
  correlationId: field(text),
  type: field(caseType),
  category: field(text),
  department: field(text),
  subject: field(text),
  beneficiary: field(beneficiary),
  place: optional(place),
  service: optional(text),
  serviceGuessed: optional(flag),
  segment: field(segment),
  channel: field(channel),
  language: field(language),
  writtenIn: optional(text),
  priority: field(priority),
  status: field(caseStatus),
  assignee: optional(text),
  byHand: optional(flag),
  openedAt: field(at),
  generation: field(whole),
  facts: field(clockFacts),
  fired: field(z.array(text)),
  level: field(whole),
  escalatedAt: optional(at),
  lastMessageId: optional(text),
  resolution: optional(resolution),
  closing: optional(z.object({ at, reason: closingReason, duplicateOf: text.optional() })),
  survey: optional(survey),
  confirmation: optional(confirmation),
  withheldAcknowledgement: optional(z.object({ reason: withheldReason, until: at.optional() })),
  related: optional(text),
  quarantine: optional(text),
  automatic: optional(text),
  watchers: optional(z.array(text)),
  heldReply: optional(heldReply),
  promise: optional(z.object({ at, dueAt: at, by: actor })),
  requests: optional(z.array(request)),
  plan: optional(plan),
  outside: optional(z.array(holding)),
  extension: optional(extension),
  links: optional(z.array(z.object({ to: text, as: relation, at }))),
  merged: optional(z.object({ into: text, at, status: caseStatus, commit: whole.optional() })),
  mergedBefore: optional(z.array(text)),
  erased: optional(
    z.object({ at, because: z.enum(everyOf<NonNullable<Case['erased']>['because']>()(['request', 'age'])) }),
  ),
  failedChecks: optional(z.object({ day: text, counts: z.record(text, whole) })),
  deadlineAt: optional(at),
  heardAt: optional(at),
  nextDueAt: optional(at),
};
