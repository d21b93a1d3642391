import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff was removed from the settings. Their cases return to the queue. */
export const agentRemoved = defineEvent(
  'rida.agent.removed.v1',
  'A member of staff was removed from the settings. Their cases return to the queue.',
  z.object({ by: actor }),
);
