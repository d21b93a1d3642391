import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** All personal data of a beneficiary was erased. */
export const beneficiaryErased = defineEvent(
  'rida.beneficiary.erased.v1',
  'All personal data of a beneficiary was erased.',
  z.object({
    by: actor,
    /** Ids whose cases are erased too. */
    ids: z.array(z.string()).min(1),
  }),
);
