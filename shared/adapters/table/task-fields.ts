import * as z from 'zod';
import { actor, ratingSource, recoveryOutcome, taskKind } from '#events/vocabulary.ts';
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

/** Storage format of a task. */
export const taskFields: FieldsOf<Task, 'id' | 'version' | 'causes'> = {
  kind: field(taskKind),
  openedAt: field(at),
  dueAt: field(at),
  owner: optional(text),
  ended: optional(z.object({ at, by: actor, outcome: recoveryOutcome })),
  recovery: optional(
    z.object({
      answers: z.array(answer),
      attempts: z.array(z.object({ at, by: actor })),
      phone: text.optional(),
    }),
  ),
};
