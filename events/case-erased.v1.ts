import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** Nothing personal is left of a case; its figures stay. */
export const caseErased = defineEvent(
  'rida.case.erased.v1',
  'Nothing personal is left of a case; its figures stay.',
  z.object({ by: actor, because: z.enum(['request', 'age']) }),
);
