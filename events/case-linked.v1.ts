import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, relation } from './vocabulary.ts';
/** Two cases have to do with each other. */
export const caseLinked = defineEvent(
  'rida.case.linked.v1',
  'Two cases have to do with each other.',
  z.object({ to: z.string(), as: relation, by: actor }),
);
