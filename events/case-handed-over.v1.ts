import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A body outside the municipality's departments holds the matter. The case is followed until it is finished. */
export const caseHandedOver = defineEvent(
  'rida.case.handed-over.v1',
  'A body outside the departments holds the matter of a case. The case is still followed.',
  z.object({
    /** `h1`, `h2` …, unique in the case. */
    holding: z.string().regex(/^h\d{1,3}$/u),
    /** Name of the body, such as "940" or "Balady". */
    holder: z.string().max(120),
    /** The reference of the matter there. */
    number: z.string().max(60).optional(),
    /** When the centre asks again. The beneficiary is told. */
    until: instant,
    by: actor,
  }),
);
