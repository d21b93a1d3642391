import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, verificationMeans } from './vocabulary.ts';
/** The identity of a beneficiary was verified. */
export const beneficiaryVerified = defineEvent(
  'rida.beneficiary.verified.v1',
  'The identity of a beneficiary was verified.',
  z.object({ by: actor, means: verificationMeans }),
);
