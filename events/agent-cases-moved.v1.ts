import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A part of the cases from or for a member of staff was moved. The next part follows. */
export const agentCasesMoved = defineEvent(
  'rida.agent.cases-moved.v1',
  'A part of the cases from or for a member of staff was moved. The next part follows.',
  z.object({
    by: actor,
    because: z.enum(['absence', 'removal', 'return']),
    moved: z.int().nonnegative(),
  }),
);
