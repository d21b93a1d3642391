import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A beneficiary proved who they are. */
export const beneficiaryVerified = defineEvent(
  'rida.beneficiary.verified.v1',
  'A beneficiary proved who they are.',
  z.object({ by: actor, means: z.enum(['nafath', 'document', 'call-back']) }),
);
