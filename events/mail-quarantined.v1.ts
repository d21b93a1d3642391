import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** A mail was quarantined and waits for a person. */
export const mailQuarantined = defineEvent(
  'rida.mail.quarantined.v1',
  'A mail was quarantined and waits for a person.',
  z.object({ reason: z.string(), rawKey: z.string(), department: z.string() }),
);
