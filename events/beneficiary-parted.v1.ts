import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** An address or number does not belong to this beneficiary after all. */
export const beneficiaryParted = defineEvent(
  'rida.beneficiary.parted.v1',
  'An address or number does not belong to this beneficiary after all.',
  z.object({ other: z.string(), by: actor }),
);
