import * as z from 'zod';
import { actor, callAnswers, callPurpose, disposition, language } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { CallOut, CallOutState } from '#shared/domain/outreach/call-out.ts';
import { instant as at, flag, text, whole } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';
import { callMode } from './week-fields.ts';

const report = z.object({
  answered: flag.optional(),
  machine: flag.optional(),
  silent: flag.optional(),
  refused: flag.optional(),
  never: flag.optional(),
  wrongNumber: flag.optional(),
  notUser: flag.optional(),
  language: flag.optional(),
  later: at.optional(),
  answers: callAnswers.optional(),
  done: flag.optional(),
  remark: flag.optional(),
  agent: flag.optional(),
  registered: text.optional(),
});

const ended = z.object({
  at,
  reason: text.optional(),
  machine: text.optional(),
  connected: flag.optional(),
});

const attempt = z.object({
  number: whole,
  contactId: text.optional(),
  by: text.optional(),
  dialledAt: at,
  report,
  ended: ended.optional(),
});

const state = z.discriminatedUnion('is', [
  z.object({ is: z.literal('held') }),
  z.object({ is: z.literal('planned'), at }),
  z.object({
    is: z.enum(everyOf<Extract<CallOutState, { attempt: number }>['is']>()(['due', 'dialling', 'answered'])),
    attempt: whole,
  }),
  z.object({ is: z.literal('finished'), disposition, at }),
]);

/** Storage format of an outgoing call. */
export const callOutFields: FieldsOf<CallOut, 'id' | 'version' | 'causes'> = {
  purpose: field(callPurpose),
  beneficiaryId: field(text),
  phone: optional(text),
  language: field(language),
  plannedAt: field(at),
  by: field(actor),
  notBefore: field(at),
  service: optional(z.object({ id: text.optional(), name: text, on: text })),
  caseRef: optional(text),
  question: optional(text),
  list: optional(text),
  week: optional(
    z.object({ id: text, stratum: text, replicate: whole, mode: callMode, case: text.optional() }),
  ),
  held: optional(flag),
  lease: optional(z.object({ by: text, until: at })),
  attempts: field(z.array(attempt)),
  handedOver: optional(z.object({ number: whole, at })),
  closed: optional(z.object({ disposition, at })),
  state: field(state),
  erasedAt: optional(at),
  nextDueAt: optional(at),
};
