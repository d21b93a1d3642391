import { defineEvent } from './envelope.ts';
import { slaAlert } from './sla-alert.ts';

/** A service-level clock is near its deadline. */
export const slaWarned = defineEvent(
  'rida.sla.warned.v1',
  'A service-level clock is near its deadline.',
  slaAlert,
);
