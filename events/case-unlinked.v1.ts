import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, relation } from './vocabulary.ts';
/** The link between two cases was removed. */
export const caseUnlinked = defineEvent(
  'rida.case.unlinked.v1',
  'The link between two cases was removed.',
  z.object({ to: z.string(), as: relation, by: actor }),
);
