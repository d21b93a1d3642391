import * as z from 'zod';
import { language } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import { CALL_MARKS, type Call } from '#shared/domain/telephone/call.ts';
import type { AgentState, AttributeFacts, Recording } from '#shared/domain/telephone/leg-facts.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import { instant as at, flag, text, whole } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

const recording = z.object({
  key: text,
  kind: z.enum(everyOf<Recording['kind']>()(['agent', 'automated'])),
  startedAt: at.optional(),
  endedAt: at.optional(),
  transcript: text.optional(),
});

const legFacts = z.object({
  initiationMethod: text.optional(),
  initiatedAt: at.optional(),
  connectedAt: at.optional(),
  queue: text.optional(),
  queuedAt: at.optional(),
  queueMs: whole.optional(),
  answeredAt: at.optional(),
  agent: text.optional(),
  holds: whole.optional(),
  holdMs: whole.optional(),
  talkMs: whole.optional(),
  afterWorkMs: whole.optional(),
  endedAt: at.optional(),
  reason: text.optional(),
  previous: text.optional(),
  next: text.optional(),
  recordings: z.array(recording).optional(),
  complete: flag.optional(),
});
const datedFacts = legFacts.extend({ updatedAt: at });

const leg = z.object({
  flow: legFacts.optional(),
  event: legFacts.optional(),
  describe: datedFacts.optional(),
  record: datedFacts.optional(),
  states: z
    .array(
      z.object({
        at,
        state: z.enum(everyOf<AgentState['state']>()(['connected', 'hold', 'missed', 'ended'])),
        agent: text.optional(),
      }),
    )
    .optional(),
  lostAt: at.optional(),
});

const ranked = <S extends z.ZodType>(value: S) => z.object({ rank: whole, at, value }).optional();

const facts = z.object({
  heardAt: at,
  answers: z.object({
    language: ranked(language),
    line: ranked(z.enum(CALL_LINES)),
    recording: ranked(z.enum(everyOf<NonNullable<AttributeFacts['recording']>>()(['on', 'off']))),
    callback: ranked(flag),
    message: ranked(flag),
    score: ranked(z.enum(['1', '2', '3', '4', '5'])),
  }),
  cases: z.array(z.object({ at, ref: text })),
  legs: z.record(text, leg),
  legsOmitted: flag.optional(),
});

/** Storage format of a call. */
export const callFields: FieldsOf<Call, 'id' | 'version' | 'causes'> = {
  facts: optional(facts),
  initiationMethod: field(text),
  startedAt: field(at),
  language: optional(language),
  caseRef: optional(text),
  queuedAt: optional(at),
  answeredAt: optional(at),
  agent: optional(text),
  endedAt: optional(at),
  reason: optional(text),
  marks: optional(z.array(z.enum(CALL_MARKS))),
  announced: optional(z.boolean()),
  nextDueAt: optional(at),
};
