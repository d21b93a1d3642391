import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** Nothing personal is left of a beneficiary. */
export const beneficiaryErased = defineEvent(
  'rida.beneficiary.erased.v1',
  'Nothing personal is left of a beneficiary.',
  z.object({
    by: actor,
    /** The ids whose cases are erased with it. */
    ids: z.array(z.string()).min(1),
  }),
);
