import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, closingReason, staffToNotify } from './vocabulary.ts';
/** A case was closed. */
export const caseClosed = defineEvent(
  'rida.case.closed.v1',
  'A case was closed.',
  z.object({
    by: actor,
    reason: closingReason,
    duplicateOf: z.string().optional(),
    /** When it was opened, of a case that was still open. A resolved case has left the open ones before. */
    openedAt: instant.optional(),
    staffToNotify,
  }),
);
