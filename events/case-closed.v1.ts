import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, closingReason, staffToNotify } from './vocabulary.ts';
/** A case was closed. */
export const caseClosed = defineEvent(
  'rida.case.closed.v1',
  'A case was closed.',
  z.object({ by: actor, reason: closingReason, duplicateOf: z.string().optional(), staffToNotify }),
);
