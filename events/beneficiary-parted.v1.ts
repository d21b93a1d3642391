import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** An address or number was separated from a beneficiary. */
export const beneficiaryParted = defineEvent(
  'rida.beneficiary.parted.v1',
  'An address or number was separated from a beneficiary.',
  z.object({ other: z.string(), by: actor }),
);
