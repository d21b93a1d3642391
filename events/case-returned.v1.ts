import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** The body that held the matter of a case has finished with it or gave it back. */
export const caseReturned = defineEvent(
  'rida.case.returned.v1',
  'The body that held the matter of a case has finished with it or gave it back.',
  z.object({ holding: z.string(), holder: z.string(), by: actor }),
);
