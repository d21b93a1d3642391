import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A department wrote about a case, and ended no request by it. */
export const departmentWrote = defineEvent(
  'rida.department.wrote.v1',
  'A department wrote about a case, and ended no request by it.',
  z.object({
    department: z.string(),
    /** The request that the words are about. */
    request: z.string().optional(),
    /**
     * The request was answered, withdrawn or passed on before; several are open and the words name none; the
     * department was not asked; nothing proves the sender.
     */
    because: z.enum(['answered', 'withdrawn', 'passed-on', 'unclear', 'not-asked', 'unproven']),
    message: z.string(),
    by: actor,
    staffToNotify,
  }),
);
