import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** Two addresses or numbers were joined as one beneficiary. */
export const beneficiaryJoined = defineEvent(
  'rida.beneficiary.joined.v1',
  'Two addresses or numbers were joined as one beneficiary.',
  z.object({ other: z.string(), by: actor }),
);
