import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff was added to the settings, or may take other cases than before. */
export const agentListed = defineEvent(
  'rida.agent.listed.v1',
  'A member of staff was added to the settings, or may take other cases than before.',
  z.object({ by: actor }),
);
