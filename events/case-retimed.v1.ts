import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { clockName } from './vocabulary.ts';
/** New settings moved the deadlines of a case. */
export const caseRetimed = defineEvent(
  'rida.case.retimed.v1',
  'New settings moved the deadlines of a case.',
  z.object({
    /** Version of the settings. */
    settings: z.int().nonnegative(),
    changes: z.array(z.object({ clock: clockName, from: instant.optional(), to: instant.optional() })).min(1),
  }),
);
