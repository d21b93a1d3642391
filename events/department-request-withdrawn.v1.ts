import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A department need no longer answer. */
export const departmentRequestWithdrawn = defineEvent(
  'rida.department.request-withdrawn.v1',
  'A department need no longer answer.',
  z.object({ request: z.string(), department: z.string(), by: actor }),
);
