import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** The personal data of a case was erased. Its figures stay. */
export const caseErased = defineEvent(
  'rida.case.erased.v1',
  'The personal data of a case was erased. Its figures stay.',
  z.object({ by: actor, because: z.enum(['request', 'age']) }),
);
