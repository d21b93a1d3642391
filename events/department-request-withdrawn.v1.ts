import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A request to a department was withdrawn. */
export const departmentRequestWithdrawn = defineEvent(
  'rida.department.request-withdrawn.v1',
  'A request to a department was withdrawn.',
  z.object({ request: z.string(), department: z.string(), by: actor }),
);
