import * as z from 'zod';
import { checkMark, checkVerdict, ratingSource, taskKind, taskOutcome } from '#events/task-vocabulary.ts';
import { actor } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { LowAnswer, Task } from '#shared/domain/tasks/task.ts';
import { instant as at, text, whole } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

const answer = z.object({
  about: text,
  seen: whole,
  state: z.enum(everyOf<LowAnswer['state']>()(['open', 'ended', 'corrected'])),
  source: ratingSource,
  at,
  dueAt: at,
  score: whole.optional(),
  finished: z.boolean().optional(),
  case: text.optional(),
  call: text.optional(),
  callOut: text.optional(),
  department: text.optional(),
  service: text.optional(),
});

const check = z.object({
  week: text,
  seed: text,
  population: whole,
  drawn: whole,
  rank: whole,
  case: text.optional(),
  call: text.optional(),
  department: text.optional(),
  agent: text.optional(),
  handlers: z.array(text),
  result: z
    .object({
      at,
      by: actor,
      verdict: checkVerdict.optional(),
      form: whole.optional(),
      marks: z.record(text, checkMark).optional(),
      note: text.optional(),
    })
    .optional(),
});

/** Storage format of a task. */
export const taskFields: FieldsOf<Task, 'id' | 'version' | 'causes'> = {
  kind: field(taskKind),
  openedAt: field(at),
  dueAt: field(at),
  owner: optional(text),
  ended: optional(z.object({ at, by: actor, outcome: taskOutcome })),
  recovery: optional(
    z.object({
      answers: z.array(answer),
      attempts: z.array(z.object({ at, by: actor })),
      phone: text.optional(),
    }),
  ),
  check: optional(check),
};
