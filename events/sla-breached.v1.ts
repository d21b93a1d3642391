import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { slaAlert } from './sla-alert.ts';

/** A service-level clock passed its deadline. */
export const slaBreached = defineEvent(
  'rida.sla.breached.v1',
  'A service-level clock passed its deadline.',
  slaAlert.extend({
    /** `terms`: new settings or another priority put the deadline into the past, so the work was not late. */
    cause: z.enum(['time', 'terms']).optional(),
  }),
);
