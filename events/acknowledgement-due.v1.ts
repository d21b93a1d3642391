import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** A withheld acknowledgement is due, and the case is not answered yet. */
export const acknowledgementDue = defineEvent(
  'rida.acknowledgement.due.v1',
  'A withheld acknowledgement is due, and the case is not answered yet.',
  z.object({}),
);
