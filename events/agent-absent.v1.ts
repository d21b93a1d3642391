import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff became absent. Their cases return to the queue or go to a colleague. */
export const agentAbsent = defineEvent(
  'rida.agent.absent.v1',
  'A member of staff became absent. Their cases return to the queue or go to a colleague.',
  z.object({ by: actor, until: instant.optional(), handOverTo: z.string().optional() }),
);
