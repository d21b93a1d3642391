import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, relation } from './vocabulary.ts';
/** Two cases were linked. */
export const caseLinked = defineEvent(
  'rida.case.linked.v1',
  'Two cases were linked.',
  z.object({ to: z.string(), as: relation, by: actor }),
);
