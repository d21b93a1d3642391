import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A merged case stands by itself again. */
export const caseUnmerged = defineEvent(
  'rida.case.unmerged.v1',
  'A merged case stands by itself again.',
  z.object({ from: z.string(), by: actor }),
);
