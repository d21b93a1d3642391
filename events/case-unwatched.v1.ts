import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** Somebody no longer hears what happens to a case. */
export const caseUnwatched = defineEvent(
  'rida.case.unwatched.v1',
  'Somebody no longer hears what happens to a case.',
  z.object({ user: z.string(), by: actor }),
);
