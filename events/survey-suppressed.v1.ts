import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** A survey was not sent, with the reason. */
export const surveySuppressed = defineEvent(
  'rida.survey.suppressed.v1',
  'A survey was not sent, with the reason.',
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
      'thanks',
      'withdrawn',
      'duplicate',
    ]),
  }),
);
