import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';

/** A dissatisfied person was not reached. */
export const recoveryAttempted = defineEvent(
  'rida.recovery.attempted.v1',
  'A dissatisfied person was not reached.',
  z.object({ attempt: z.int().positive(), by: actor }),
);
