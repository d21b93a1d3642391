import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff started to watch a case. */
export const caseWatched = defineEvent(
  'rida.case.watched.v1',
  'A member of staff started to watch a case.',
  z.object({ user: z.string(), by: actor }),
);
