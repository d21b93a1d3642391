import * as z from 'zod';
import { actor } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { Frame, TransactionList } from '#shared/domain/outreach/frame.ts';
import { EXCLUSIONS } from '#shared/domain/outreach/week/population.ts';
import type { CallMode, EvaluationWeek } from '#shared/domain/outreach/week/week.ts';
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
  replicates: field(z.array(z.array(text))),
  released: field(whole),
  planned: optional(flag),
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

/** Storage format of the lists from which weeks are drawn. */
export const frameFields: FieldsOf<Frame, 'id' | 'version' | 'causes'> = { lists: field(z.array(list)) };
