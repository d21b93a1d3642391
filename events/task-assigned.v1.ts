import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { taskKind } from './task-vocabulary.ts';
import { actor } from './vocabulary.ts';

/** A task got another owner. */
export const taskAssigned = defineEvent(
  'rida.task.assigned.v1',
  'A task got another owner.',
  z.object({ kind: taskKind, from: z.string().optional(), to: z.string(), by: actor }),
);
