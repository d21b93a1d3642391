import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** Somebody wants to hear what happens to a case. */
export const caseWatched = defineEvent(
  'rida.case.watched.v1',
  'Somebody wants to hear what happens to a case.',
  z.object({ user: z.string(), by: actor }),
);
