import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, correctedField } from './vocabulary.ts';
/** Facts of a case were corrected by hand: name, contact, subject, place or service. */
export const caseCorrected = defineEvent(
  'rida.case.corrected.v1',
  'Facts of a case were corrected by hand: name, contact, subject, place or service.',
  z.object({
    by: actor,
    changes: z
      .array(
        z.object({
          field: correctedField,
          /** Ids of districts and services. Typed texts are personal: only the message has them. */
          from: z.string().optional(),
          to: z.string().optional(),
        }),
      )
      .min(1),
    /** The message with the old and the new texts. */
    message: z.string().optional(),
    /** When the case was opened: its figures are those of that day. */
    openedAt: instant,
    /** The case is in no figure. */
    setAside: z.literal(true).optional(),
  }),
);
