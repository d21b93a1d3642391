import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff returned from an absence. */
export const agentReturned = defineEvent(
  'rida.agent.returned.v1',
  'A member of staff returned from an absence.',
  z.object({ by: actor }),
);
