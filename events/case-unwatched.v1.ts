import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff stopped watching a case. */
export const caseUnwatched = defineEvent(
  'rida.case.unwatched.v1',
  'A member of staff stopped watching a case.',
  z.object({ user: z.string(), by: actor }),
);
