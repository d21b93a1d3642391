import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, preference } from './vocabulary.ts';
/** A beneficiary opted in or out of surveys, calls or updates. */
export const beneficiaryPreferencesChanged = defineEvent(
  'rida.beneficiary.preferences-changed.v1',
  'A beneficiary opted in or out of surveys, calls or updates.',
  z.object({
    by: actor,
    changes: z.array(z.object({ preference, from: z.boolean(), to: z.boolean() })).min(1),
  }),
);
