import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, relation } from './vocabulary.ts';
/** Two cases no longer have to do with each other. */
export const caseUnlinked = defineEvent(
  'rida.case.unlinked.v1',
  'Two cases no longer have to do with each other.',
  z.object({ to: z.string(), as: relation, by: actor }),
);
