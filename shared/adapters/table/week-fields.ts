import * as z from 'zod';
import { actor, type Language } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { Frame, TransactionList } from '#shared/domain/outreach/frame.ts';
import { FINAL_CODES, type FinalCode } from '#shared/domain/outreach/week/final-code.ts';
import { EXCLUSIONS } from '#shared/domain/outreach/week/population.ts';
import type { Replicate } from '#shared/domain/outreach/week/replicate.ts';
import type { CallMode, EvaluationWeek } from '#shared/domain/outreach/week/week.ts';
import { type CasePlace, DRAW_STAGES } from '#shared/domain/outreach/week/week-draw.ts';
import { flag, instant, text, whole } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

export const callMode = z.enum(everyOf<CallMode>()(['agent', 'flow']));

/** Storage format of a week of the evaluation programme. */
export const weekFields: FieldsOf<EvaluationWeek, 'id' | 'version' | 'causes'> = {
  by: field(actor),
  target: field(whole),
  completion: field(z.number().positive().max(1)),
  mode: field(callMode),
  seed: field(text),
  drawnAt: field(instant),
  persons: field(whole),
  excluded: field(z.record(z.enum(EXCLUSIONS), whole)),
  outside: field(whole),
  floor: field(whole),
  reachable: optional(whole),
  strata: field(z.array(z.object({ name: text, population: whole, drawn: whole }))),
  languages: field(z.object({ ar: whole, en: whole })),
  sizes: optional(z.array(whole)),
  replicates: optional(z.array(z.array(text))),
  released: field(whole),
  planned: optional(flag),
};

const spoken = z.enum(everyOf<Language>()(['ar', 'en']));
const codes = z.partialRecord(z.enum(Object.keys(FINAL_CODES) as FinalCode[]), whole);
const answers = z.object({
  ...{ question: text, stratum: text, language: spoken, by: text.optional(), n: whole, yes: whole },
});

/** Storage format of the calls of a week that are released together. */
export const replicateFields: FieldsOf<Replicate, 'id' | 'version' | 'causes'> = {
  calls: field(z.array(text)),
  tally: field(z.object({ codes, open: whole, answers: z.array(answers) })),
};

const ending = z.object({
  fault: z.enum(
    everyOf<NonNullable<TransactionList['ended']>['fault']>()([
      'quote',
      'workbook',
      'long-workbook',
      'encoding',
      'json',
      'headings',
      'nothing',
    ]),
  ),
  line: whole,
});

const list = z.object({
  id: text,
  name: text,
  by: actor,
  at: instant,
  state: z.enum(everyOf<TransactionList['state']>()(['receiving', 'reading', 'read', 'cancelled'])),
  chunks: whole,
  parts: whole,
  issueParts: whole,
  place: z.object({ piece: whole, byte: whole, line: whole }).optional(),
  runs: whole.optional(),
  rows: whole,
  good: whole,
  bad: whole,
  ended: ending.optional(),
});

const drawnList = z.object({ id: text, at: instant, parts: whole });
const casePlace = z.object({
  department: text,
  state: z.enum(everyOf<CasePlace['state']>()(['resolved', 'closed'])),
  cursor: text.optional(),
});

const draw = z.object({
  ...{ id: text, week: text, by: actor, target: whole, completion: z.number().positive().max(1) },
  ...{ mode: callMode, seed: text, at: instant, lists: z.array(drawnList), buckets: whole },
  ...{ stage: z.enum(DRAW_STAGES), step: whole, sorted: whole, planned: whole, cases: casePlace.optional() },
  ...{ outside: whole, persons: whole, excluded: z.record(z.enum(EXCLUSIONS), whole) },
  languages: z.object({ ar: whole, en: whole }),
});

/** Storage format of the lists from which weeks are drawn. */
export const frameFields: FieldsOf<Frame, 'id' | 'version' | 'causes'> = {
  lists: field(z.array(list)),
  draw: optional(draw),
};
