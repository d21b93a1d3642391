import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** No survey is sent for this resolution, and why. */
export const surveySuppressed = defineEvent(
  'rida.survey.suppressed.v1',
  'No survey is sent for this resolution, and why.',
  z.object({
    reason: z.enum([
      'no-address',
      'address-failing',
      'unauthenticated',
      'cool-down',
      'opted-out',
      'machine',
      'quarantined',
      'staff',
      'not-worked',
    ]),
  }),
);
